import ArgumentParser
import Compiler
import Foundation
import Harness
import Instrumentation
import TraceDiff

/// `mlx-port verify`
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Generates, builds, runs both sides and compares every module call.",
        discussion: """
            The Swift on disk is what is judged: a file that is not what would be generated is a \
            difference, and named; the numbers are compared all the same.
            """)

    @OptionGroup var selection: FamilySelection
    @OptionGroup var variants: VariantOptions
    @OptionGroup var tolerance: ToleranceOptions

    @Option(help: ArgumentHelp("An llm-tool that is built already.", valueName: "path"))
    var tool: String?

    @Flag(help: "Compare what every line assigns and returns too.")
    var lines = false

    @Flag(
        name: .customLong("continue"),
        help: ArgumentHelp(
            "With --lines: go on behind a line that differs with the Python's value, to find all faults."
        ))
    var continues = false

    @Flag(
        help: ArgumentHelp(
            "Compare with the traces in Reference/ and start no Python; without an environment in "
                + ".venv that is what happens anyway."))
    var recorded = false

    @Option(help: ArgumentHelp("How many families are run at a time.", valueName: "count"))
    var jobs = min(2, ProcessInfo.processInfo.activeProcessorCount)

    @Flag(help: "With --lines: write how many lines are compared to Reference/lines.json.")
    var recordLines = false

    @Flag(help: "With --lines: fail unless Reference/lines.json has the same numbers.")
    var checkLines = false

    @Flag(help: "Machine-readable result on standard output.")
    var json = false

    @Option(
        name: .customLong("report"),
        help: ArgumentHelp(
            "Write a page about the first run that differs, or the first run.",
            valueName: "file.html"))
    var reportFile: String?

    func validate() throws {
        guard !recorded || (!lines && selection.source == nil) else {
            throw ValidationError(
                "--recorded compares module calls with committed traces: it excludes --lines and "
                    + "--source.")
        }
        guard lines || !continues else {
            throw ValidationError("--continue goes on behind a line: it needs --lines.")
        }
        guard tool == nil || !lines else {
            throw ValidationError(
                "--lines builds a tool of its own: --tool and --lines exclude each other.")
        }
        guard jobs >= 1 else { throw ValidationError("--jobs: at least one family at a time.") }
        guard lines || !(recordLines || checkLines) else {
            throw ValidationError("--record-lines and --check-lines are about --lines.")
        }
    }

    func run() throws {
        try reportingErrors {
            if recorded || !hasPython { return try verifyRecorded() }
            let definitions = light(try selection.availableDefinitions(FamilyCompiler()))
            let lineCandidate = try lines ? LineBuild(selection: selection).build(definitions) : nil
            let candidate =
                try lineCandidate.map {
                    Candidate(tool: $0.tool, isFullyProbed: true, isUnchanged: $0.isUnchanged)
                }
                ?? tool.map { Candidate(tool: $0, isFullyProbed: false) }
                ?? CandidateBuild(selection: selection).build(definitions)
            var haveSameLines = true
            let requests = definitions.map { request($0, candidate, lineCandidate) }
            var verdict = Verdict(selection: selection, tolerance: tolerance)
            try verifyFamilies(requests, jobs: jobs, progress: announce(definitions)) {
                index, result in
                let definition = definitions[index]
                try verdict.add(result, of: definition, among: definitions.count) { result in
                    let lines = lineCandidate?.packages[definition.package]
                    try show(result, of: definition, lines)
                    if let lines, recordLines || checkLines {
                        haveSameLines =
                            try settle(LineCoverage(result, lines.map), of: definition)
                            && haveSameLines
                    }
                    if continues, let lines {
                        for found in try searchFaults(requests[index], in: result) {
                            print(FaultReport(found, lines).text)
                        }
                    }
                }
            }
            guard verdict.isRight, haveSameLines, candidate.isUnchanged else { throw ExitCode(1) }
        }
    }

    /// Compares what is on disk with the traces that are committed.
    private func verifyRecorded() throws {
        let definitions = light(try selection.definitions())
        if !recorded { note("no Python in .venv: comparing with the recorded traces") }
        let candidate = Candidate(
            tool: try tool ?? swiftBuild(models: nil), isFullyProbed: false)
        let root = Repository.path("Reference")
        let requests = definitions.map {
            (name: $0.package.pathPrefix + $0.family, request: request($0, candidate, nil))
        }
        var verdict = Verdict(selection: selection, tolerance: tolerance)
        try verifyCommitted(
            requests.map { (CommittedTraces(root: root, family: $0.name), $0.request) }, jobs: jobs,
            progress: announce(definitions)
        ) { index, result in
            try verdict.add(result, of: definitions[index], among: definitions.count) {
                try show($0, of: definitions[index], nil)
            }
        }
        guard verdict.isRight else { throw ExitCode(1) }
    }

    private var hasPython: Bool {
        let python = PythonReference(repository: Repository.folder.path)
        return FileManager.default.isExecutableFile(atPath: python.interpreter)
    }

    /// Whether all families pass; one that cannot be run leaves the others to be judged.
    private struct Verdict {
        let selection: FamilySelection
        let tolerance: ToleranceOptions
        private(set) var isRight = true

        mutating func add(
            _ result: Result<FamilyVerification, any Error>, of definition: FamilyDefinition,
            among count: Int, show: (FamilyVerification) throws -> Void
        ) throws {
            do {
                let result = try result.get()
                try show(result)
                let passes = tolerance.areGiven ? result.isWithinTolerance : result.passes
                isRight = isRight && passes
            } catch  where count > 1 {
                isRight = false
                note("error: \(selection.path(of: definition)): \(error)")
            }
        }
    }

    /// Of all families those that have a run which is not heavy; all that are named.
    private func light(_ definitions: [FamilyDefinition]) -> [FamilyDefinition] {
        guard selection.all, variants.scene.isEmpty else { return definitions }
        for definition in definitions where definition.isHeavy {
            note("\(definition.family): heavy, left out; `verify \(definition.family)` runs it")
        }
        return definitions.filter { !$0.isHeavy }
    }

    private func request(
        _ definition: FamilyDefinition, _ candidate: Candidate, _ lineCandidate: LineCandidate?
    ) -> VerificationRequest {
        var request = VerificationRequest(
            family: selection.path(of: definition),
            selection: variants.selection(areNamed: !selection.all),
            python: PythonReference(repository: Repository.folder.path, source: selection.source),
            tool: candidate.tool, isFullyProbed: candidate.isFullyProbed,
            package: definition.package.rawValue,
            folder: Repository.path(
                ".build/mlx-port/verify/\(definition.package.pathPrefix)\(definition.family)"
            ), lines: lineCandidate?.packages[definition.package]?.tracing)
        request.policy = tolerance.policy
        return request
    }

    /// Says which run is made of which family.
    private func announce(_ definitions: [FamilyDefinition])
        -> @Sendable (Int, VerificationStep) -> Void
    {
        let names = definitions.map(\.family)
        return { index, step in
            if case .running(let files) = step {
                note("\(names[index]): \(files.title)")
            }
        }
    }

    private func settle(_ coverage: LineCoverage, of definition: FamilyDefinition) throws -> Bool {
        var table = try LineTable()
        if recordLines {
            table[definition] = coverage
            try table.write()
        }
        guard table[definition] != coverage else { return true }
        note(
            "\(definition.family): Reference/lines.json has other numbers of lines; --record-lines writes these"
        )
        return false
    }

    private func show(
        _ result: FamilyVerification, of definition: FamilyDefinition, _ lines: PackageLines?
    ) throws {
        let family = definition.family
        if let reportFile, let variant = result.firstFailure ?? result.variants.first {
            let page = HTMLReport().render(
                variant.comparison, details: try ReportDetails(variant, lines))
            try Data(page.utf8).write(to: URL(filePath: reportFile), options: .atomic)
        }
        if json {
            for variant in result.variants {
                let report = JSONReport(variant.comparison, causes: variant.causes) { record in
                    lines?.map.swift[LineMap.PythonLine(record)]
                }
                print(try report.render())
            }
            if let lines { print(try LineCoverage(result, lines.map).json()) }
            return
        }
        for variant in result.variants {
            print(VerificationReport(variant, family: family).text)
            if let lines { print(LineReport(variant, lines).text) }
        }
        let counts = result.counts
        for machine in Set(result.variants.compactMap(\.otherMachine)) {
            print(
                "\(family): recorded on \(machine), and this is \(TraceHeader.thisMachine): "
                    + "compared within tolerances, as bits may differ")
        }
        print(
            result.isIdentical
                ? "\(family): all \(counts.identical) \(lines == nil ? "module calls" : "module calls and lines") and all logits are identical to the last bit"
                : result.passes || tolerance.areGiven && result.isWithinTolerance
                    ? "\(family): not identical, but within the tolerances"
                    : "\(family): NOT identical")
    }
}

/// Which runs of a family a command is about.
struct VariantOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "An element type, repeatable; the definition's by default.", valueName: "dtype"))
    var dtype: [String] = []

    @Option(
        help: ArgumentHelp(
            "A batch size, repeatable; the definition's by default.", valueName: "size"))
    var batch: [Int] = []

    @Option(
        help: ArgumentHelp(
            "A scene of the definition, repeatable; all by default.", valueName: "name"))
    var scene: [String] = []

    /// - Parameter areNamed: whether the families are named: of all families, heavy scenes are left out.
    func selection(areNamed: Bool) -> VariantSelection {
        VariantSelection(
            dtypes: dtype, batches: batch, scenes: scene, skipsHeavy: !areNamed && scene.isEmpty)
    }
}

/// The lines that `verify` prints for one run.
struct VerificationReport {
    let variant: VariantVerification
    let family: String

    init(_ variant: VariantVerification, family: String) {
        self.variant = variant
        self.family = family
    }

    var text: String {
        var lines = ["\(family) \(variant.files.title)"]
        let weights = variant.weights
        lines.append(
            "  \("weights".padded(to: 10)) \(weights.identical) of \(weights.total) parameters identical"
        )
        for (run, counts) in variant.countsByRun {
            lines.append(
                "  \(run.padded(to: 10)) \(counts.identical) of \(counts.compared) module calls identical"
            )
        }
        for tensor in variant.logits {
            lines.append("  \(tensor.name.padded(to: 16)) \(tensor.problem ?? "identical")")
        }
        guard !variant.isIdentical else { return lines.joined(separator: "\n") }
        if let first = variant.firstDifference {
            lines.append(
                "  first difference: \(first.run) \(first.path) call \(first.call), \(first.verdict)"
            )
            lines.append("    Python: \(first.reference.map(describe) ?? "not called")")
            lines.append("    Swift:  \(first.candidate.map(describe) ?? "not called")")
        }
        if let caller = variant.callerOfFirstDifference {
            lines.append("    called within \(caller.path) (\(caller.name), \(caller.source))")
        }
        lines += variant.causes.map { "    likely cause: \($0)" }
        let faults = variant.weightFaults?.lines ?? []
        if !faults.isEmpty { lines.append("  wrong weights, before anything ran:") }
        lines += faults.prefix(20).map { "    \($0)" }
        if faults.count > 20 { lines.append("    … and \(faults.count - 20) more") }
        lines.append(TerminalReport(usesColour: isTerminal).render(variant.comparison))
        return lines.joined(separator: "\n")
    }

    private func describe(_ side: JSONReport.Side) -> String {
        "\(side.name) \(side.source) \(side.shape) \(side.dtype) hash \(side.hash.prefix(12))"
    }
}

/// Whether standard output is a terminal, where colour is welcome.
var isTerminal: Bool { isatty(FileHandle.standardOutput.fileDescriptor) == 1 }

extension String {
    func padded(to width: Int) -> String {
        count < width ? self + String(repeating: " ", count: width - count) : self
    }
}
