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
        try SavedModel(loaded, at: savePath, json: json).write(dequantized: dequantize)
    }
}

/// A model that a command saves, and what it says about that.
struct SavedModel {
    private let loaded: LoadedModel
    private let url: URL
    private let json: Bool

    init(_ loaded: LoadedModel, at path: String, json: Bool) {
        self.loaded = loaded
        url = URL(filePath: path, directoryHint: .isDirectory)
        self.json = json
    }

    /// Writes the model, with all quantised layers made plain ones if asked.
    func write(dequantized: Bool) throws {
        if dequantized { try Dequantization.apply(to: loaded.model) }
        try CheckpointWriter().write(loaded, to: url) { configuration in
            guard dequantized else { return }
            configuration["quantization"] = nil
            configuration["quantization_config"] = nil
        }
        let parameters = loaded.model.parameters().flattened()
        let bytes = parameters.reduce(0) { $0 + $1.1.nbytes }
        guard json else {
            return Program.log("\(url.path): \(parameters.count) tensors, \(bytes) bytes")
        }
        let answer: OrderedJSON = [
            "folder": .string(url.path), "tensors": .int(parameters.count), "bytes": .int(bytes),
        ]
        Program.emit(answer.text() + "\n")
    }
}
