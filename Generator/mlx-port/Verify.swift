import ArgumentParser
import Compiler
import Foundation
import Harness
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

    @Option(help: ArgumentHelp("An llm-tool that is built already.", valueName: "path"))
    var tool: String?

    @Flag(help: "Compare what every line assigns and returns too.")
    var lines = false

    @Flag(help: "Machine-readable result on standard output.")
    var json = false

    func validate() throws {
        guard tool == nil || !lines else {
            throw ValidationError(
                "--lines builds a tool of its own: --tool and --lines exclude each other.")
        }
    }

    func run() throws {
        try reportingErrors {
            let definitions = try selection.availableDefinitions(FamilyCompiler())
            let lineCandidate = try lines ? LineBuild(selection: selection).build(definitions) : nil
            let candidate =
                try lineCandidate.map {
                    Candidate(tool: $0.tool, isFullyProbed: true, isUnchanged: $0.isUnchanged)
                }
                ?? tool.map { Candidate(tool: $0, isFullyProbed: false) }
                ?? CandidateBuild(selection: selection).build(definitions)
            var isIdentical = candidate.isUnchanged
            for definition in definitions {
                do {
                    let result = try verify(definition, with: candidate, lineCandidate)
                    isIdentical = isIdentical && result.isIdentical
                } catch  where definitions.count > 1 {
                    // One family that cannot be run leaves the others to be judged.
                    isIdentical = false
                    note("error: \(selection.path(of: definition)): \(error)")
                }
            }
            if !isIdentical { throw ExitCode(1) }
        }
    }

    private func verify(
        _ definition: FamilyDefinition, with candidate: Candidate, _ lineCandidate: LineCandidate?
    ) throws -> FamilyVerification {
        let request = VerificationRequest(
            family: selection.path(of: definition), selection: variants.selection,
            python: PythonReference(repository: Repository.folder.path, source: selection.source),
            tool: candidate.tool, isFullyProbed: candidate.isFullyProbed,
            package: definition.package.rawValue,
            folder: Repository.path(
                ".build/mlx-port/verify/\(definition.package.pathPrefix)\(definition.family)"
            ), lines: lineCandidate?.tracing)
        let result = try verifyFamily(request) { step in
            if case .running(let dtype, let batch) = step {
                note("\(definition.family): \(dtype), batch \(batch)")
            }
        }
        try show(result, of: definition.family, lineCandidate)
        return result
    }

    private func show(_ result: FamilyVerification, of family: String, _ lines: LineCandidate?)
        throws
    {
        if json {
            for variant in result.variants { print(try JSONReport(variant.comparison).render()) }
            return
        }
        for variant in result.variants {
            print(VerificationReport(variant, family: family).text)
            if let lines { print(LineReport(variant, lines).text) }
        }
        let counts = result.counts
        print(
            result.isIdentical
                ? "\(family): all \(counts.identical) \(lines == nil ? "module calls" : "module calls and lines") and all logits are identical to the last bit"
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

    var selection: VariantSelection { VariantSelection(dtypes: dtype, batches: batch) }
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
        var lines = ["\(family) \(variant.files.dtype) batch \(variant.files.batch)"]
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
