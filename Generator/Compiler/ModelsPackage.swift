/// The Python packages whose families are compiled. Both may have a family of one name, so each has
/// its own Swift module, registry and folders.
public enum ModelsPackage: String, CaseIterable, Codable, Sendable {
    case mlxVLM = "mlx-vlm"
    case mlxLM = "mlx-lm"

    /// Where the package's files are below the folders that both share (definitions, generated Swift,
    /// recorded traces): mlx-vlm's directly in them, mlx-lm's in a folder of their own.
    public var pathPrefix: String { self == .mlxVLM ? "" : "\(rawValue)/" }

    /// The package's list of model types in Swift.
    public var registryName: String { self == .mlxVLM ? "MLXVLMRegistry" : "MLXLMRegistry" }

    /// The package as the runtime's `ModelPackage` spells it.
    var swiftCase: String { self == .mlxVLM ? "mlxVLM" : "mlxLM" }

    /// The class that the package's loader makes of `config.json`.
    var configurationClass: String { self == .mlxVLM ? "ModelConfig" : "ModelArgs" }

    /// Whether the runtime calls `model.language_model` after `model.get_input_embeddings`, rather
    /// than the model itself.
    var callsLanguageModel: Bool { self == .mlxVLM }
}
