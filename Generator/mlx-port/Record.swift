import ArgumentParser
import Foundation
import Harness

/// `mlx-port record`
struct Record: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs the Python reference and writes its traces.")

    @OptionGroup var selection: FamilySelection
    @OptionGroup var variants: VariantOptions

    @Option(help: ArgumentHelp("The folder to write to.", valueName: "folder"))
    var output: String?

    @Flag(help: "Write nothing; tell what differs from the recorded traces.")
    var check = false

    func run() throws {
        try reportingErrors {
            let python = PythonReference(
                repository: Repository.folder.path, source: selection.source)
            var differences: [String] = []
            for definition in try selection.definitions() {
                if check {
                    differences += try checkRecordedFamily(
                        selection.path(of: definition), selection: variants.selection,
                        using: python,
                        recorded: output,
                        progress: note)
                } else {
                    let paths = try recordFamily(
                        selection.path(of: definition), selection: variants.selection,
                        using: python,
                        output: output,
                        progress: note)
                    for path in paths { print(path) }
                }
            }
            for difference in differences { print(difference) }
            if !differences.isEmpty { throw ExitCode(1) }
        }
    }
}
