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

    func run() throws {
        try reportingErrors {
            let compiler = try FamilyCompiler()
            let selected = try selection.availableDefinitions(compiler)
            let families = try selected.map {
                try compiler.outline($0, source: selection.sourceFolder)
            }
            for family in families { report(family.diagnostics, of: family) }
            guard !families.contains(where: \.hasErrors) else { throw ExitCode(3) }
            let others = try selection.available(
                selection.all ? [] : selection.otherDefinitions(than: selected), compiler
            ).map { try compiler.outline($0, source: selection.sourceFolder) }
            let registries = try compiler.registries(
                of: families + others, packages: selection.packages(of: selected))
            let files = try compiler.files(of: families) + registries
            let folder = OutputFolder(URL(filePath: output))
            if check {
                try show(folder.differences(from: files))
            } else {
                try folder.write(files)
                for file in files { print(folder.url.appending(path: file.path).relativePath) }
            }
        }
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
