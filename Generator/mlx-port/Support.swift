import Analysis
import ArgumentParser
import Compiler
import Foundation

/// Which families a command is about.
struct FamilySelection: ParsableArguments {
    @Argument(help: "The families.")
    var families: [String] = []

    @Flag(help: "All defined families.")
    var all = false

    @Option(help: "Only families of this package: mlx-vlm or mlx-lm.")
    var package: String?

    @Option(
        help: ArgumentHelp("Another version of the Python package, by folder.", valueName: "folder")
    )
    var source: String?

    @Option(
        name: .customLong("definitions"),
        help: ArgumentHelp("The folder of family definitions.", valueName: "folder"))
    var definitionsFolder = Repository.path("Generator/Families")

    var sourceFolder: URL? { source.map { URL(filePath: $0) } }

    private var folder: FamilyDefinitions {
        FamilyDefinitions(folder: URL(filePath: definitionsFolder))
    }

    func validate() throws {
        guard all != !families.isEmpty else {
            throw ValidationError(
                all ? "--all and family names exclude each other." : "Name a family, or say --all.")
        }
        if let package, !["mlx-vlm", "mlx-lm"].contains(package) {
            throw ValidationError("--package is mlx-vlm or mlx-lm, not '\(package)'.")
        }
    }

    func definitions() throws -> [FamilyDefinition] {
        let names = all ? folder.names : families
        return try names.map { name in try folder.definition(of: name) }.filter {
            package == nil || $0.package == package
        }
    }

    /// The other families of the same package: the registry lists them all.
    func otherDefinitions(than selected: [FamilyDefinition]) throws -> [FamilyDefinition] {
        let names = Set(selected.map(\.family))
        let package = packageName(selected)
        return try folder.names.filter { !names.contains($0) }.map { try folder.definition(of: $0) }
            .filter { $0.package == package }
    }

    func packageName(_ selected: [FamilyDefinition]) -> String {
        selected.first?.package ?? package ?? "mlx-vlm"
    }
}

/// Prints to standard error.
func note(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
}

/// Runs a command's body; an error becomes one message and the exit code of its kind.
func reportingErrors(_ body: () throws -> Void) throws {
    do {
        try body()
    } catch let code as ExitCode {
        throw code
    } catch let diagnostic as Diagnostic {
        note(diagnostic.rendered(source: nil))
        throw ExitCode(3)
    } catch {
        note("error: \(error)")
        throw ExitCode(2)
    }
}

/// Prints what the compiler has to say, each with its source line.
func report(_ diagnostics: [Diagnostic], of family: CompiledFamily) {
    for diagnostic in diagnostics {
        let source = try? String(contentsOfFile: diagnostic.path, encoding: .utf8)
        note(diagnostic.rendered(source: source))
    }
    let errors = diagnostics.filter { $0.severity == .error }.count
    if errors > 0 {
        note(
            "\(family.definition.family): \(errors) constructs cannot be translated; nothing was written"
        )
    }
}
