import ArgumentParser
import Compiler
import Foundation

/// `mlx-port generate`
struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes the Swift files of families.",
        discussion: """
            With --check nothing is written; the exit code is 1 if a file on disk is not what would be \
            generated.
            """)

    @OptionGroup var selection: FamilySelection

    @Option(help: ArgumentHelp("The folder to write to.", valueName: "folder"))
    var output = Repository.path("Sources/Models/Generated")

    @Flag(help: "Write nothing; tell what differs from the files on disk.")
    var check = false

    @Flag(help: "Machine-readable result on standard output: files and diagnostics.")
    var json = false

    func run() throws {
        try reportingErrors {
            let compiler = try FamilyCompiler()
            let selected = try selection.availableDefinitions(compiler)
            let rest = try selection.available(selection.otherDefinitions(than: selected), compiler)
            func outline(_ definition: FamilyDefinition) throws -> CompiledFamily {
                try compiler.outline(
                    definition, source: selection.sourceFolder, among: selected + rest)
            }
            let families = try selected.map(outline)
            let isRejected = families.contains(where: \.hasErrors)
            if !json { for family in families { report(family.diagnostics, of: family) } }
            if json, isRejected { try showJSON(families, files: []) }
            guard !isRejected else { throw ExitCode(3) }
            let others = try selection.all ? [] : rest.map(outline)
            let registries = try compiler.registries(
                of: families + others, packages: selection.packages(of: selected))
            let files = try compiler.files(of: families) + registries
            let folder = OutputFolder(URL(filePath: output))
            if check {
                try show(folder.differences(from: files))
                return
            }
            try folder.write(files)
            let paths = files.map { folder.url.appending(path: $0.path).relativePath }
            if json {
                try showJSON(families, files: paths)
            } else {
                for path in paths { print(path) }
            }
        }
    }

    private func showJSON(_ families: [CompiledFamily], files: [String]) throws {
        let report = GenerationJSON(
            files: files, diagnostics: families.flatMap(\.diagnostics).map { DiagnosticJSON($0) })
        print(try report.text())
    }

    private func show(_ differences: [OutputFolder.Difference]) throws {
        for difference in differences {
            print(
                "\(difference.path): \(difference.isMissing ? "is missing" : "differs from what the source gives")"
            )
            for line in difference.lines.prefix(20) { print("  \(line)") }
            if difference.lines.count > 20 {
                print("  … \(difference.lines.count - 20) more lines")
            }
        }
        if !differences.isEmpty { throw ExitCode(1) }
    }
}
