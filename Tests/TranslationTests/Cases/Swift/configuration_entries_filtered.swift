import MLX
import MLXNN
import ModelPorted
import ModelRuntime
import ModelShared

/// A part of the configuration of the `case` family: `FilteredTextConfig`, configuration_entries_filtered.py:11.
public struct CaseFilteredTextConfiguration: Codable, Sendable {
    public var hiddenSize: Int
    public var width: Int

    enum CodingKeys: String, CodingKey {
        case hiddenSize = "hidden_size"
        case width
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize)
        width = try values.decode(Int.self, forKey: .width, default: 3)
    }
}

/// Configuration of the `case` family, as in `config.json`: `FilteredConfig`, configuration_entries_filtered.py:17.
public struct CaseFilteredConfiguration: BaseModelConfiguration {
    public var textConfig: CaseFilteredTextConfiguration
    public var modelType: String

    enum CodingKeys: String, CodingKey {
        case textConfig = "text_config"
        case modelType = "model_type"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self, entries: Self.entries)
        textConfig = try values.decode(CaseFilteredTextConfiguration.self, forKey: .textConfig)
        modelType = try values.decode(String.self, forKey: .modelType)
    }

    /// `FilteredConfig.from_dict`, configuration_entries_filtered.py:22.
    public static func entries(_ params: JSONValue) throws -> JSONValue {
        var params = params
        let excludedKeys = Set(["vision_config"])
        params["text_config"] = try JSONValue.object(
            required(params.objectValue, "params").filter { key, _ in !excludedKeys.contains(key) })
        return params
    }
}

/// `ConfigurationEntriesFiltered`, configuration_entries_filtered.py:37.
public final class CaseConfigurationEntriesFiltered: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseFilteredConfiguration) {
        _proj.wrappedValue = Linear(config.textConfig.hiddenSize, config.textConfig.width)
    }

    /// `ConfigurationEntriesFiltered.__call__`, configuration_entries_filtered.py:43.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) }
}
