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
            same line is at fault. The folder holds the module with that line alone: its weights, what it is \
            given, what it should give, both sources and a script that calls it on both sides. Where it cannot \
            be called by itself, the script runs the small model.
            """)

    @OptionGroup var selection: FamilySelection
    @OptionGroup var variants: VariantOptions

    @Option(help: ArgumentHelp("The folder to write, which must not exist.", valueName: "folder"))
    var output: String?

    func run() throws {
        try reportingErrors {
            let definition = try selection.single(FamilyCompiler())
            let candidate = try LineBuild.callingModules(selection).build([definition])
            guard let code = candidate.packages[definition.package] else { return }
            let program = Bundle.main.executablePath ?? CommandLine.arguments[0]
            let request = VerificationRequest(
                family: selection.path(of: definition),
                selection: variants.selection(areNamed: true),
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
            let module = ModuleReproduction(
                definition: request.family, package: request.package,
                folder: request.folder + "/module", python: request.python, tool: request.tool)
            try writeReproduction(
                of: fault, code.sources(of: line), module: alone(module, fault), request: request,
                as: definition.path, in: CheckoutState(of: Repository.folder.path), to: folder,
                program: program)
            print("\(folder): \(line.place) \(line.name)")
            throw ExitCode(1)
        }
    }

    /// The call of the module that has the line, where it shows the fault by itself.
    private func alone(_ module: ModuleReproduction, _ fault: ReducedFault) -> ReplayedModule? {
        do {
            try module.record(fault)
            let outputs = try module.run()
            if outputs.contains(where: { !$0.isIdentical }) {
                return ReplayedModule(folder: module.folder, outputs: outputs)
            }
            note("by itself the module gives the same on both sides: the reproduction is the model")
        } catch {
            note("the reproduction is the model: \(error)")
        }
        return nil
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
