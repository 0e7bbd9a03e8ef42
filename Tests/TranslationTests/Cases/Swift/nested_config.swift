import MLX
import MLXNN
import ModelShared

/// A part of the configuration of the `case` family: `TextConfig`, nested_config.py:9.
public struct CaseTextConfiguration: Codable, Sendable {
    public var hiddenSize: Int
    public var ropeTheta: Double

    enum CodingKeys: String, CodingKey {
        case hiddenSize = "hidden_size"
        case ropeTheta = "rope_theta"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 8)
        ropeTheta = try values.decode(Double.self, forKey: .ropeTheta, default: 1_000_000.0)
    }
}

/// Configuration of the `case` family, as in `config.json`: `NestedConfig`, nested_config.py:15.
public struct CaseNestedConfiguration: BaseModelConfiguration {
    public var textConfig: CaseTextConfiguration
    public var modelType: String
    public var padTokenId: Int

    enum CodingKeys: String, CodingKey {
        case textConfig = "text_config"
        case modelType = "model_type"
        case padTokenId = "pad_token_id"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        textConfig = try values.decode(CaseTextConfiguration.self, forKey: .textConfig)
        modelType = try values.decode(String.self, forKey: .modelType, default: "nested")
        padTokenId = try values.decode(Int.self, forKey: .padTokenId, default: 0)
    }
}

/// `Nested`, nested_config.py:21.
public final class CaseNested: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseNestedConfiguration) {
        let text = config.textConfig
        _proj.wrappedValue = Linear(text.hiddenSize, config.textConfig.hiddenSize)
    }

    /// `Nested.__call__`, nested_config.py:27.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) }
}
