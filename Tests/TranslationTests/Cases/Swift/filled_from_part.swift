import MLX
import MLXNN
import ModelPorted
import ModelRuntime
import ModelShared

/// A part of the configuration of the `case` family: `FilledFromPartConfig`, filled_from_part.py:11.
public struct CaseFilledFromPartConfiguration: Codable, Sendable {
    public var width: Int
    public var token: Int?

    enum CodingKeys: String, CodingKey {
        case width
        case token
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        width = try values.decode(Int.self, forKey: .width, default: 3)
        token = try values.decodeIfPresent(Int.self, forKey: .token)
    }
}

/// Configuration of the `case` family, as in `config.json`: `FilledFromConfig`, filled_from_part.py:17.
public struct CaseFilledFromConfiguration: BaseModelConfiguration {
    public var partConfig: CaseFilledFromPartConfiguration
    public var modelType: String
    public var hiddenSize: Int
    public var width: Int
    public var token: Int?

    enum CodingKeys: String, CodingKey {
        case partConfig = "part_config"
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case width
        case token
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self, entries: Self.entries)
        partConfig = try values.decode(CaseFilledFromPartConfiguration.self, forKey: .partConfig)
        modelType = try values.decode(String.self, forKey: .modelType, default: "case")
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
        token = try values.decodeIfPresent(Int.self, forKey: .token)
        width = try values.decodeIfPresent(Int.self, forKey: .width) ?? partConfig.width
        if token == nil { token = partConfig.token }
    }

    /// `FilledFromConfig.from_dict`, filled_from_part.py:25.
    public static func entries(_ params: JSONValue) -> JSONValue {
        var params = params
        params["part_config"] = params["part_config"] ?? [:]
        return params
    }
}

/// `FilledFromPart`, filled_from_part.py:37.
public final class CaseFilledFromPart: Module {
    @ModuleInfo var up: Linear
    let token: Int

    public init(_ config: CaseFilledFromConfiguration) {
        _up.wrappedValue = Linear(config.hiddenSize, config.width)
        token = config.token ?? -1
    }

    /// `FilledFromPart.__call__`, filled_from_part.py:43.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { up(x) + token }
}
