import ArgumentParser
import Foundation
import MLX
import ModelRuntime

/// `llm-tool convert`: a checkpoint in another layout becomes one of MLX, through the family's `sanitize`.
struct Convert: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Saves a checkpoint with the names and layout of MLX.",
        discussion: "The element types stay as they are; quantised layers do too.")

    @OptionGroup(title: "Model") var model: ModelOptions

    @Option(
        name: .customLong("mlx-path"),
        help: ArgumentHelp("The folder to write, which is not there yet.", valueName: "folder"))
    var mlxPath = "mlx_model"

    @Flag(name: .shortAndLong, help: "Make all quantised layers plain ones.")
    var dequantize = false

    @Flag(help: "Print one JSON object about what was written.")
    var json = false

    func run() throws {
        let loaded = try model.load(lazily: true)
        try requireStatedTypes(loaded)
        try SavedModel(loaded, at: mlxPath, json: json).write(dequantized: dequantize)
    }

    /// The packages cast to the type that the configuration states, but for parameters that the family
    /// names; which these are is not known here.
    private func requireStatedTypes(_ loaded: LoadedModel) throws {
        let json = loaded.configuration.json
        let name = json["torch_dtype"]?.string ?? json["text_config"]?["dtype"]?.string
        guard let stated = name.flatMap(ParameterType.init(rawValue:))?.dtype else { return }
        let other = loaded.model.parameters().flattened().first {
            $0.1.dtype.isFloatingPoint && $0.1.dtype != stated
        }
        guard let other else { return }
        throw ModelRuntimeError.unsupported(
            "config.json states the type \(stated), and \(other.0) is \(other.1.dtype): casting is "
                + "not supported yet")
    }
}
