import Analysis
import ArgumentParser
import Compiler
import Foundation
import Harness
import Operations

/// `mlx-port inspect`
struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows how families are translated: routing with its proof, status, what blocks.")

    @OptionGroup var selection: FamilySelection

    @Flag(help: "Show the inferred type of every attribute, parameter and result.")
    var types = false

    @Flag(help: "Machine-readable result on standard output.")
    var json = false

    @Flag(help: "Run the Python, and exit 1 where a value is not of the type inferred for it.")
    var check = false

    func run() throws {
        try reportingErrors {
            let compiler = try FamilyCompiler()
            let rules = try FeatureRules.builtIn()
            var reports: [FamilyReportJSON] = []
            var (isBlocked, isContradicted) = (false, false)
            let selected = try selection.definitions()
            let all = try selected + selection.otherDefinitions(than: selected)
            for definition in selected {
                let family = try compiler.compile(
                    definition, source: selection.sourceFolder, among: all)
                let counts = family.hasErrors ? [] : try compiler.lineCounts(of: family)
                let found = FamilyReport(
                    family, lineCounts: counts,
                    features: rules.features(of: try compiler.modules(of: family)))
                if json {
                    reports.append(FamilyReportJSON(found))
                } else {
                    print(found.text(withTypes: types))
                    report(family.diagnostics, of: family)
                }
                isBlocked = isBlocked || family.hasErrors
                if check, try !confirmTypes(of: family, table: compiler.table) {
                    isContradicted = true
                }
            }
            if json { print(try FamilyReportJSON.text(reports)) }
            if isBlocked { throw ExitCode(3) }
            if isContradicted { throw ExitCode(1) }
        }
    }

    /// Whether a run of the Python contradicts no inferred type; prints what it does.
    private func confirmTypes(
        of family: CompiledFamily, table: OperationTable
    ) throws -> Bool {
        let analysis = family.analysis.family
        let seen = try observeTypes(
            of: selection.path(of: family.definition), in: analysis.modules.map(\.parsed.name),
            using: PythonReference(repository: Repository.folder.path, source: selection.source),
            progress: note)
        let result = checkTypes(
            of: analysis, against: try JSONDecoder().decode([TypeObservation].self, from: seen),
            table: table)
        for contradiction in result.contradictions { print(contradiction) }
        print(
            "\(analysis.name): \(result.confirmed) inferred types confirmed by a run, "
                + "\(result.unknown) not inferred, \(result.contradictions.count) contradicted")
        return result.contradictions.isEmpty
    }
}
