/// The Python package whose model classes and loader a model follows.
public enum ModelPackage: String, CaseIterable, Sendable, Codable {
    case mlxVLM = "mlx-vlm"
    case mlxLM = "mlx-lm"

    /// The version whose source the models and this runtime were made from.
    public var portedVersion: String {
        switch self {
        case .mlxVLM: "0.7.10"
        case .mlxLM: "0.32.2"
        }
    }
}
