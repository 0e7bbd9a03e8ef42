import ArgumentParser
import Compiler
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

    @Flag(
        help:
            "Write nothing and run nothing; tell which traces are of another version of the package, the recorder, the engine or the definition."
    )
    var outdated = false

    @Flag(
        help: ArgumentHelp(
            "Record what every line assigns and returns too. These traces are large: they go to "
                + ".build/mlx-port/lines unless --output says otherwise."))
    var lines = false

    func validate() throws {
        guard [lines, check, outdated].count(where: \.self) < 2 else {
            throw ValidationError("--lines, --check and --outdated exclude each other.")
        }
    }

    func run() throws {
        try reportingErrors {
            let python = PythonReference(
                repository: Repository.folder.path, source: selection.source)
            var differences: [String] = []
            if outdated {
                differences = try outdatedTraces(
                    of: selection.definitions().map(selection.path(of:)), using: python,
                    recorded: output)
                for difference in differences { print(difference) }
                if !differences.isEmpty { throw ExitCode(1) }
                return
            }
            for definition in try selection.definitions() {
                if check {
                    differences += try checkRecordedFamily(
                        selection.path(of: definition),
                        selection: variants.selection(areNamed: !selection.all),
                        using: python,
                        recorded: output,
                        progress: note)
                } else {
                    let folder = lines ? Repository.path(".build/mlx-port/lines") : nil
                    let paths = try recordFamily(
                        selection.path(of: definition),
                        selection: variants.selection(areNamed: !selection.all),
                        using: python, output: output ?? folder,
                        lines: lines ? modules(of: definition) : [], progress: note)
                    for path in paths { print(path) }
                }
            }
            for difference in differences { print(difference) }
            if !differences.isEmpty { throw ExitCode(1) }
        }
    }

    /// The dotted names of the modules that a family's code is in, those of other families included.
    private func modules(of definition: FamilyDefinition) throws -> [String] {
        let others = try selection.otherDefinitions(than: [definition])
        let compiler = try FamilyCompiler()
        let family = try compiler.outline(
            definition, source: selection.sourceFolder, among: [definition] + others)
        return try compiler.modules(of: family).map(\.name).sorted()
    }
}
