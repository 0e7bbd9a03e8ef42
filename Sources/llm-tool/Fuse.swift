import ArgumentParser
import Foundation
import ModelRuntime

/// `llm-tool fuse`: a model with its adapter becomes a model.
struct Fuse: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes an adapter part of a model's weights, and saves the model.")

    @OptionGroup(title: "Model") var model: ModelOptions

    @Option(
        name: .customLong("save-path"),
        help: ArgumentHelp("The folder to write, which is not there yet.", valueName: "folder"))
    var savePath = "fused_model"

    @Flag(help: "Make all quantised layers plain ones.")
    var dequantize = false

    @Flag(help: "Print one JSON object about what was written.")
    var json = false

    func run() throws {
        guard model.adapterPath != nil else {
            throw ModelRuntimeError.input("--adapter-path is missing: there is nothing to fuse")
        }
        let loaded = try model.load(lazily: true)
        try Adapter.fuse(loaded.model, dequantize: dequantize)
        if dequantize { try Dequantization.apply(to: loaded.model, package: loaded.type.package) }
        try SavedModel(loaded, at: savePath, json: json).write { configuration in
            guard dequantize else { return }
            configuration["quantization"] = nil
            configuration["quantization_config"] = nil
        }
    }
}
