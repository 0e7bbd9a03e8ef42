import MLX
import MLXNN
import ModelPorted
import ModelRuntime
import ModelShared

/// A part of the configuration of the `case` family: `EntriesPartConfig`, configuration_as_dictionary.py:11.
public struct CaseEntriesPartConfiguration: Codable, Sendable {
    public var width: Int
    public var token: Int

    enum CodingKeys: String, CodingKey {
        case width
        case token
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        width = try values.decode(Int.self, forKey: .width, default: 3)
        token = try values.decode(Int.self, forKey: .token, default: 2)
    }
}

/// Configuration of the `case` family, as in `config.json`: `EntriesOfPartConfig`, configuration_as_dictionary.py:17.
public struct CaseEntriesOfPartConfiguration: BaseModelConfiguration {
    public var partConfig: CaseEntriesPartConfiguration
    public var modelType: String
    public var hiddenSize: Int
    public var token: Int?

    enum CodingKeys: String, CodingKey {
        case partConfig = "part_config"
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case token
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self, entries: Self.entries)
        partConfig = try values.decode(CaseEntriesPartConfiguration.self, forKey: .partConfig)
        modelType = try values.decode(String.self, forKey: .modelType, default: "case")
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
        token = try values.decodeIfPresent(Int.self, forKey: .token)
        if token == nil {
            let part = partConfig
            token = part.token
        }
    }

    /// `EntriesOfPartConfig.from_dict`, configuration_as_dictionary.py:24.
    public static func entries(_ params: JSONValue) -> JSONValue {
        var params = params
        params["part_config"] = params["part_config"] ?? [:]
        return params
    }
}

/// `ConfigurationAsDictionary`, configuration_as_dictionary.py:39.
public final class CaseConfigurationAsDictionary: Module {
    @ModuleInfo var up: Linear
    let token: Int

    public init(_ config: CaseEntriesOfPartConfiguration) {
        _up.wrappedValue = Linear(config.hiddenSize, config.partConfig.width)
        token = config.token ?? -1
    }

    /// `ConfigurationAsDictionary.__call__`, configuration_as_dictionary.py:45.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { up(x) + token }
}
