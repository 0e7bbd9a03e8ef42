import Analysis
import ArgumentParser
import Compiler
import Foundation

/// `mlx-port inspect`
struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows how families are translated: routing with its proof, status, what blocks.")

    @OptionGroup var selection: FamilySelection

    @Flag(help: "Show the inferred type of every attribute, parameter and result.")
    var types = false

    func run() throws {
        try reportingErrors {
            let compiler = try FamilyCompiler()
            var isBlocked = false
            for definition in try selection.definitions() {
                let family = try compiler.compile(definition, source: selection.sourceFolder)
                let counts = family.hasErrors ? [] : try compiler.lineCounts(of: family)
                print(FamilyReport(family, lineCounts: counts).text(withTypes: types))
                report(family.diagnostics, of: family)
                isBlocked = isBlocked || family.hasErrors
            }
            if isBlocked { throw ExitCode(3) }
        }
    }
}
