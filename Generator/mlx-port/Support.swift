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
    var package: ModelsPackage?

    @OptionGroup var sourceOption: SourceOption

    var source: String? { sourceOption.path }

    @Option(
        name: .customLong("definitions"),
        help: ArgumentHelp("The folder of family definitions.", valueName: "folder"))
    var definitionsFolder = Self.committed

    private static let committed = Repository.path("Generator/Families")

    /// Whether the families are those whose Swift is committed here: of the installed packages, with
    /// this checkout's definitions.
    var isOfCheckout: Bool {
        source == nil
            && URL(filePath: definitionsFolder).standardizedFileURL.path
                == URL(filePath: Self.committed).standardizedFileURL.path
    }

    var sourceFolder: URL? { source.map { URL(filePath: $0) } }

    private var folder: FamilyDefinitions {
        FamilyDefinitions(folder: URL(filePath: definitionsFolder))
    }

    func validate() throws {
        guard all != !families.isEmpty else {
            throw ValidationError(
                all ? "--all and family names exclude each other." : "Name a family, or say --all.")
        }
    }

    /// The definitions of the families that are named. A name that both packages have is mlx-vlm's
    /// unless the package is named too.
    func definitions() throws -> [FamilyDefinition] {
        guard all else { return try families.map { try folder.definition(of: $0, in: package) } }
        return try packages(of: []).flatMap { try folder.definitions(in: $0) }
    }

    /// The definitions that a command is about, without those of families that the package in
    /// `--source` does not have yet: named ones are an error, of `--all` they are left out.
    func availableDefinitions(_ compiler: FamilyCompiler) throws -> [FamilyDefinition] {
        let selected = try definitions()
        guard all, source != nil else { return selected }
        return try available(selected, compiler)
    }

    /// Those of some definitions whose families the package has.
    func available(_ definitions: [FamilyDefinition], _ compiler: FamilyCompiler) throws
        -> [FamilyDefinition]
    {
        try definitions.filter { definition in
            if try compiler.isAvailable(definition, in: sourceFolder) { return true }
            note("\(definition.family): not in \(source ?? definition.package.rawValue), left out")
            return false
        }
    }

    /// The file of a definition.
    func path(of definition: FamilyDefinition) -> String {
        folder.folder.appending(path: definition.path).path
    }

    /// The other families of the same packages: a registry lists them all.
    func otherDefinitions(than selected: [FamilyDefinition]) throws -> [FamilyDefinition] {
        let paths = Set(selected.map(\.path))
        return try packages(of: selected).flatMap { try folder.definitions(in: $0) }
            .filter { !paths.contains($0.path) }
    }

    /// Some families as they are without their Swift, and with them those whose Swift theirs names.
    ///
    /// - Throws: the exit code of a family that cannot be translated.
    func outlines(of definitions: [FamilyDefinition], _ compiler: FamilyCompiler) throws
        -> [CompiledFamily]
    {
        let others = try otherDefinitions(than: definitions).filter {
            try compiler.isAvailable($0, in: sourceFolder)
        }
        func outlines(of some: [FamilyDefinition]) throws -> [CompiledFamily] {
            try reported(
                some.map {
                    try compiler.outline($0, source: sourceFolder, among: definitions + others)
                })
        }
        let families = try outlines(of: definitions)
        let named = Set(families.flatMap { $0.companions.map(\.path) })
        return try families + outlines(of: others.filter { named.contains($0.path) })
    }

    /// The packages that the command is about.
    func packages(of selected: [FamilyDefinition]) -> [ModelsPackage] {
        if let package { return [package] }
        return ModelsPackage.allCases.filter { package in
            all || selected.contains { $0.package == package }
        }
    }
}

extension ModelsPackage: ExpressibleByArgument {}

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

/// Families of which the compiler has said what it has to say.
///
/// - Throws: the exit code of a family that cannot be translated.
func reported(_ families: [CompiledFamily]) throws -> [CompiledFamily] {
    for family in families { report(family.diagnostics, of: family) }
    guard !families.contains(where: \.hasErrors) else { throw ExitCode(3) }
    return families
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
