import MLX
import MLXNN
import ModelShared

/// A part of the configuration of the `case` family: `EitherTextArgs`, configuration_or_dict.py:9.
public struct CaseEitherTextConfiguration: Codable, Sendable {
    public var hiddenSize: Int
    public var wide: Bool
    public var size: Int

    enum CodingKeys: String, CodingKey {
        case hiddenSize = "hidden_size"
        case wide
        case size
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize)
        wide = try values.decode(Bool.self, forKey: .wide, default: false)
        size = try values.decode(Int.self, forKey: .size, default: 4)
    }
}

/// Configuration of the `case` family, as in `config.json`: `EitherConfig`, configuration_or_dict.py:20.
public struct CaseEitherConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var textConfig: CaseEitherTextConfiguration

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case textConfig = "text_config"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType)
        textConfig = try values.decode(CaseEitherTextConfiguration.self, forKey: .textConfig)
    }
}

/// `ConfigurationOrDict`, configuration_or_dict.py:29.
public final class CaseConfigurationOrDict: Module {
    let extra: Int
    @ModuleInfo var proj: Linear

    public init(_ config: CaseEitherConfiguration) {
        extra = config.textConfig.wide ? config.textConfig.size : 0
        _proj.wrappedValue = Linear(config.textConfig.hiddenSize, 4)
    }

    /// `ConfigurationOrDict.__call__`, configuration_or_dict.py:35.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        if extra != 0 { return proj(x) }
        return x
    }
}
