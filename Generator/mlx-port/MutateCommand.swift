import ArgumentParser
import Compiler
import Foundation
import Harness
import Mutation

/// `mlx-port mutate`
struct MutateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mutate",
        abstract:
            "Injects faults into the Swift and tells whether the comparison finds their lines.")

    @OptionGroup var selection: FamilySelection

    @Option(help: "How many faults a statement has at most.")
    var faultsPerStatement = 3

    @Option(help: "How many faults are run.")
    var count = 300

    @Option(help: "How many pairs of faults are run.")
    var pairs = 60

    @Option(
        help:
            "The number of a fault, repeatable: these alone are run, and MUTATION.md stays as it is."
    )
    var fault: [Int] = []

    @Flag(
        help: """
            Keep the findings of MUTATION.json but for the faults that --fault names, which run again; those that \
            make no difference are judged by Equivalent.yml anew.
            """)
    var update = false

    @Option(
        help: ArgumentHelp(
            "An llm-tool that an earlier mutate built of the same sources.", valueName: "path"))
    var tool: String?

    @Option(help: "How many programs run at a time.")
    var jobs = 2

    @Option(help: ArgumentHelp("The folder of MUTATION.md and MUTATION.json.", valueName: "folder"))
    var output = Repository.path(".")

    func run() throws {
        try reportingErrors {
            var report = update ? try earlierReport() : nil
            if report == nil || !fault.isEmpty {
                let (run, mutants, surveyed, refused) = try survey()
                guard fault.isEmpty else {
                    let again = try run.judge(
                        mutants.filter { fault.contains($0.id) && surveyed[$0.id] != nil }, surveyed
                    )
                    for finding in again { print(finding.line) }
                    report?.replace(again)
                    try report.map(write)
                    return
                }
                report = try judge(mutants, run, surveyed, refused: refused)
            }
            guard let report else { return }
            try write(report)
            let shares = report.shares
            guard shares.detected == 100, shares.localised >= 95, shares.unrelated == 0,
                shares.pairs >= 90
            else { throw ExitCode(1) }
        }
    }

    /// The findings of `MUTATION.json`, by what is known now of faults that cannot make a difference.
    private func earlierReport() throws -> MutationReport {
        let file = URL(filePath: output).appending(path: "MUTATION.json")
        var report = try JSONDecoder().decode(MutationReport.self, from: Data(contentsOf: file))
        let equivalents = try EquivalentMutants()
        report.findings = report.findings.map { $0.judged(by: equivalents) }
        return report
    }

    /// Builds the program with all faults and runs it without one.
    private func survey() throws -> (
        run: MutationRun, mutants: [Mutant], surveyed: [Int: MutationRun.Surveyed], refused: Int
    ) {
        let definitions = try selection.availableDefinitions(FamilyCompiler())
        let built = try MutantBuild(
            selection: selection, limit: faultsPerStatement, tool: tool
        ).build(definitions)
        note("\(built.mutants.count) faults, \(built.refused) refused")
        let run = try MutationRun(
            tool: built.candidate.tool, folder: Repository.path(".build/mlx-port/mutate"),
            jobs: jobs, equivalents: EquivalentMutants(), progress: note)
        let subjects = try definitions.enumerated().compactMap { index, definition in
            try built.candidate.packages[definition.package].map {
                try subject(definition, $0, isFirst: index == 0)
            }
        }
        return (run, built.mutants, try run.survey(subjects, built.mutants), built.refused)
    }

    /// Runs a choice of the faults, and pairs of them.
    private func judge(
        _ mutants: [Mutant], _ run: MutationRun, _ surveyed: [Int: MutationRun.Surveyed],
        refused: Int
    ) throws -> MutationReport {
        let chosen = selectMutants(mutants.filter { surveyed[$0.id] != nil }, count: count)
        let findings = try run.judge(chosen, surveyed)
        let found = try run.judge(pairs: selectPairs(findings, count: pairs), surveyed)
        return MutationReport(
            families: try selection.definitions().map { $0.package.pathPrefix + $0.family },
            built: mutants.count, refused: refused, reached: surveyed.count, findings: findings,
            pairs: found)
    }

    private func write(_ report: MutationReport) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let folder = URL(filePath: output)
        try encoder.encode(report.relative(to: Repository.folder.path))
            .write(to: folder.appending(path: "MUTATION.json"), options: .atomic)
        try report.markdown.write(
            to: folder.appending(path: "MUTATION.md"), atomically: true, encoding: .utf8)
        print(report.summary)
    }

    /// - Parameter isFirst: whether faults in code of several families are shown by this one.
    private func subject(
        _ definition: FamilyDefinition, _ code: PackageLines, isFirst: Bool
    ) throws -> MutationSubject {
        let name = "\(definition.package.pathPrefix)\(definition.family)"
        let folder = Repository.path(".build/mlx-port/mutate/\(name)")
        let python = PythonReference(
            repository: Repository.folder.path, source: selection.source)
        func record(_ path: String, batch: Int, to name: String) throws -> [RecordedVariant] {
            try recordWork(
                path, selection: VariantSelection(batches: [batch]), using: python,
                folder: "\(folder)/\(name)", keepsValues: true, lines: code.modules)
        }
        // Faults that two sequences of a few tokens do not show are shown by one sequence, by a prompt that is
        // taken as a block of tokens, or where caches grow behind the prompt.
        let path = selection.path(of: definition)
        var recorded = try record(path, batch: 2, to: "reference")
        recorded += try record(path, batch: 1, to: "single")
        let text = DefinitionText(text: try String(contentsOfFile: path, encoding: .utf8))
        // One sequence beside two heads shows which of the two a dimension is.
        for (length, batch) in isFirst ? [(5, 2), (5, 1), (255, 1)] : [(5, 2)] {
            guard let other = text.setting("prompt_length", to: "\(length)") else { continue }
            let copy = "\(folder)/\(definition.family).yml"
            try other.text.write(toFile: copy, atomically: true, encoding: .utf8)
            recorded += try record(copy, batch: batch, to: "prompt-\(length)-\(batch)")
        }
        return try MutationSubject(
            family: definition.family, package: definition.package.rawValue, recorded: recorded,
            map: code.map, tracing: code.tracing, sources: code.sources)
    }
}

extension Finding {
    fileprivate var line: String {
        "\(mutant.id) \(mutant.kind.rawValue), \(family) \(run ?? ""): \(verdict.rawValue), "
            + "\(culprit ?? ""), \(path ?? ""): \(reason)"
    }
}
