import MLX
import MLXNN
import ModelShared

/// A part of the configuration of the `case` family: `WidthConfig`, configuration_of_parts.py:9.
public struct CaseWidthConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var width: Int
    public var offset: Double

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case width
        case offset
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType, default: "width")
        width = try values.decode(Int.self, forKey: .width, default: 4)
        offset = try values.decode(Double.self, forKey: .offset, default: 0.5)
    }
}

/// Configuration of the `case` family, as in `config.json`: `WidePartsConfig`, configuration_of_parts.py:16.
public struct CaseWidePartsConfiguration: BaseModelConfiguration {
    public var widthConfig: CaseWidthConfiguration
    public var modelType: String
    public var hiddenSize: Int

    enum CodingKeys: String, CodingKey {
        case widthConfig = "width_config"
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        widthConfig = try values.decode(
            CaseWidthConfiguration.self, forKey: .widthConfig,
            default: try CaseWidthConfiguration.withDefaults())
        modelType = try values.decode(String.self, forKey: .modelType, default: "parts")
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
    }
}

/// `ConfigurationOfParts`, configuration_of_parts.py:22.
public final class CaseConfigurationOfParts: Module {
    @ModuleInfo var proj: Linear
    let offset: Double

    public init(_ config: CaseWidePartsConfiguration) {
        _proj.wrappedValue = Linear(config.hiddenSize, config.widthConfig.width)
        offset = config.widthConfig.offset
    }

    /// `ConfigurationOfParts.__call__`, configuration_of_parts.py:28.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) + offset }
}
