import ArgumentParser
import Foundation
import ModelRuntime
import TraceDiff

/// `llm-tool inspect`: what a checkpoint holds.
struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows configuration, modules, parameters and quantisation of a model.")

    @OptionGroup(title: "Model") var model: ModelOptions

    @Flag(help: "Print one JSON object.")
    var json = false

    @Flag(
        help: ArgumentHelp(
            "Print a trace of the checkpoint's tensors and of what 'sanitize' makes of them, with hashes. "
                + "They need not fit the model."))
    var weights = false

    func run() throws {
        if weights { return try printWeights() }
        let summary = ModelSummary(try model.load(lazily: true))
        Program.emit((json ? summary.json.text(indented: true) : summary.text) + "\n")
    }

    private func printWeights() throws {
        let package = model.package?.package
        let (configuration, type) = try ModelOptions.factory.resolve(
            CheckpointDirectory(model.folder), package: package)
        let weights = try ModelOptions.factory.sanitizedWeights(
            model.folder, package: configuration.package)
        let header = TraceHeader(
            family: type.name, package: type.package.rawValue, version: type.package.portedVersion,
            dtype: "", batch: 0, seed: 0, recorder: "llm-tool \(Program.version)",
            probes: .classes([]), machine: TraceHeader.thisMachine)
        Program.emit(Trace(header: header, records: weights.records).encoded())
    }
}
