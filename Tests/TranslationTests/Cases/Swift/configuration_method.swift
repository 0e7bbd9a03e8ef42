import MLX
import MLXNN
import ModelPorted
import ModelShared

/// Configuration of the `case` family, as in `config.json`: `LayersConfig`, configuration_method.py:9.
public struct CaseLayersConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var hiddenSize: Int
    public var share: Int
    public var layers: JSONValue

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case share
        case layers
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType)
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize)
        share = try values.decode(Int.self, forKey: .share)
        layers = try values.decode(JSONValue.self, forKey: .layers, default: [:])
    }

    /// `LayersConfig.dims_for`, configuration_method.py:15.
    public func dimsFor(_ kind: String) throws -> (Int, Double) {
        let entry = layers.get(kind)?.truthy ?? layers.get("full")?.truthy ?? [:]
        let factor = entry["factor"] ?? 1.0
        return try (
            max(2, (Double(hiddenSize) * required(factor.doubleValue, "factor")).truncatedToInt()),
            required((entry["theta"] ?? 100).doubleValue, "theta")
        )
    }
}

/// `ConfigurationMethod`, configuration_method.py:21.
public final class CaseConfigurationMethod: Module {
    let theta: Double
    @ModuleInfo var proj: Linear

    public init(_ config: CaseLayersConfiguration) throws {
        let dims: Int
        (dims, theta) = try config.dimsFor("sliding")
        _proj.wrappedValue = Linear(config.hiddenSize, dims * config.share)
    }

    /// `ConfigurationMethod.__call__`, configuration_method.py:27.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) * theta }
}
