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

    @Option(help: "How many programs run at a time.")
    var jobs = 2

    @Option(help: ArgumentHelp("The folder of MUTATION.md and MUTATION.json.", valueName: "folder"))
    var output = Repository.path(".")

    func run() throws {
        try reportingErrors {
            let definitions = try selection.availableDefinitions(FamilyCompiler())
            let built = try MutantBuild(selection: selection, limit: faultsPerStatement)
                .build(definitions)
            note("\(built.mutants.count) faults, \(built.refused) refused")
            let run = MutationRun(
                tool: built.candidate.tool, folder: Repository.path(".build/mlx-port/mutate"),
                jobs: jobs, progress: note)
            let subjects = try definitions.compactMap { definition in
                try built.candidate.packages[definition.package].map {
                    try subject(definition, $0)
                }
            }
            let surveyed = try run.survey(subjects, built.mutants)
            let chosen = selectMutants(
                built.mutants.filter { surveyed[$0.id] != nil }, count: count)
            let findings = try run.judge(chosen, surveyed)
            let found = try run.judge(pairs: selectPairs(findings, count: pairs), surveyed)
            let report = MutationReport(
                families: definitions.map { $0.package.pathPrefix + $0.family },
                built: built.mutants.count, refused: built.refused, reached: surveyed.count,
                findings: findings, pairs: found)
            try write(report)
            let shares = report.shares
            guard shares.detected == 100, shares.localised >= 95, shares.unrelated == 0,
                shares.pairs >= 90
            else { throw ExitCode(1) }
        }
    }

    private func write(_ report: MutationReport) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let folder = URL(filePath: output)
        try encoder.encode(report)
            .write(to: folder.appending(path: "MUTATION.json"), options: .atomic)
        try report.markdown.write(
            to: folder.appending(path: "MUTATION.md"), atomically: true, encoding: .utf8)
        let shares = report.shares
        print(
            "\(report.findings.count) faults: \(shares.detected) % detected, \(shares.localised) % "
                + "localised, \(shares.unrelated) unrelated; pairs \(shares.pairs) %")
    }

    private func subject(_ definition: FamilyDefinition, _ code: PackageLines) throws
        -> MutationSubject
    {
        let name = "\(definition.package.pathPrefix)\(definition.family)"
        let recorded = try recordWork(
            selection.path(of: definition), selection: VariantSelection(batches: [2]),
            using: PythonReference(repository: Repository.folder.path, source: selection.source),
            folder: Repository.path(".build/mlx-port/mutate/\(name)/reference"),
            keepsValues: true, lines: code.modules)
        return try MutationSubject(
            family: definition.family, package: definition.package.rawValue, recorded: recorded,
            map: code.map, sources: code.sources)
    }
}
