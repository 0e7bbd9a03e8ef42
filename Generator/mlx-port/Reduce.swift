import ArgumentParser
import Compiler
import Foundation
import Harness
import Instrumentation

/// `mlx-port reduce`
struct Reduce: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes the smallest reproduction of a fault in a family's Swift.",
        discussion: """
            Both sides run with their lines observed, on fewer layers, tokens and steps for as long as the \
            same line is at fault. The folder holds that checkpoint, what the line's function was given, \
            what it should give, both sources and a script that runs both sides.
            """)

    @OptionGroup var selection: FamilySelection
    @OptionGroup var variants: VariantOptions

    @Option(help: ArgumentHelp("The folder to write, which must not exist.", valueName: "folder"))
    var output: String?

    func run() throws {
        try reportingErrors {
            let definitions = try selection.availableDefinitions(FamilyCompiler())
            guard definitions.count == 1, let definition = definitions.first else {
                throw ValidationError("Name one family.")
            }
            let candidate = try LineBuild(selection: selection).build(definitions)
            guard let code = candidate.packages[definition.package] else { return }
            let program = Bundle.main.executablePath ?? CommandLine.arguments[0]
            let request = VerificationRequest(
                family: selection.path(of: definition), selection: variants.selection,
                python: PythonReference(
                    repository: Repository.folder.path, source: selection.source),
                tool: candidate.tool, isFullyProbed: true, package: definition.package.rawValue,
                folder: Repository.path(".build/mlx-port/reduce/\(definition.family)"),
                lines: code.tracing)
            guard let fault = try reduceFault(request, progress: note) else {
                print("\(definition.family): nothing differs")
                return
            }
            let folder = output ?? "\(definition.family)-fault"
            let line = LineMap.PythonLine(fault.line)
            try writeReproduction(
                of: fault, code.sources(of: line), request: request, as: definition.path,
                in: CheckoutState(of: Repository.folder.path), to: folder, program: program)
            print("\(folder): \(line.place) \(line.name)")
            throw ExitCode(1)
        }
    }
}

extension PackageLines {
    /// The code around a line on both sides.
    fileprivate func sources(of line: LineMap.PythonLine) -> ReproductionSources {
        let swift = map.swift[line] ?? ""
        return ReproductionSources(
            pythonPlace: line.place, swiftPlace: swift,
            python: sources.declaration(at: line.place), swift: sources.declaration(at: swift))
    }
}
