import ArgumentParser
import Compiler
import Foundation
import Harness
import Instrumentation

/// `mlx-port replay`
struct Replay: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Calls a module that 'reduce' recorded by itself, on both sides.",
        discussion: "Exit code 1 if what it gives differs, 0 if not.")

    @OptionGroup var selection: FamilySelection

    @Option(help: ArgumentHelp("What 'reduce' wrote.", valueName: "folder"))
    var module: String

    func run() throws {
        try reportingErrors {
            let definition = try selection.single(FamilyCompiler())
            let candidate = try LineBuild.callingModules(selection).build([definition])
            let module = ModuleReproduction(
                definition: selection.path(of: definition), package: definition.package.rawValue,
                folder: module,
                python: PythonReference(
                    repository: Repository.folder.path, source: selection.source),
                tool: candidate.tool)
            let outputs = try module.run()
            for output in outputs { print("\(output.name)  \(output.problem ?? "identical")") }
            guard outputs.allSatisfy(\.isIdentical) else { throw ExitCode(1) }
        }
    }
}

extension LineBuild {
    /// The program with observed lines, whose modules can be called by themselves.
    static func callingModules(_ selection: FamilySelection) -> LineBuild {
        LineBuild(
            selection: selection,
            rewrite: { text, path in
                text + modulesCalledAlone(in: text, isPorted: path.hasPrefix("Sources/Ported/"))
            })
    }
}

extension FamilySelection {
    /// The one family that a command is about.
    ///
    /// - Throws: `ValidationError` if there are more.
    func single(_ compiler: FamilyCompiler) throws -> FamilyDefinition {
        let definitions = try availableDefinitions(compiler)
        guard definitions.count == 1, let definition = definitions.first else {
            throw ValidationError("Name one family.")
        }
        return definition
    }
}
