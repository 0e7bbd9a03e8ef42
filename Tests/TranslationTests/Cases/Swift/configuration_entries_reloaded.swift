import MLX
import MLXNN
import ModelPorted
import ModelRuntime
import ModelShared

/// A part of the configuration of the `case` family: `ReloadedTextConfig`, configuration_entries_reloaded.py:13.
public struct CaseReloadedTextConfiguration: Codable, Sendable {
    public var width: Int
    public var scale: Double

    enum CodingKeys: String, CodingKey {
        case width
        case scale
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        width = try values.decode(Int.self, forKey: .width, default: 3)
        scale = try values.decode(Double.self, forKey: .scale, default: 1.0)
    }
}

/// A part of the configuration of the `case` family: `ReloadedVisionConfig`, configuration_entries_reloaded.py:19.
public struct CaseReloadedVisionConfiguration: Codable, Sendable {
    public var inChannels: Int

    enum CodingKeys: String, CodingKey {
        case inChannels = "in_channels"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        inChannels = try values.decode(Int.self, forKey: .inChannels, default: 2)
    }
}

/// Configuration of the `case` family, as in `config.json`: `ReloadedConfig`, configuration_entries_reloaded.py:24.
public struct CaseReloadedConfiguration: BaseModelConfiguration {
    public var textConfig: CaseReloadedTextConfiguration
    public var visionConfig: CaseReloadedVisionConfiguration
    public var modelType: String
    public var hiddenSize: Int

    enum CodingKeys: String, CodingKey {
        case textConfig = "text_config"
        case visionConfig = "vision_config"
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self, entries: Self.entries)
        textConfig = try values.decode(
            CaseReloadedTextConfiguration.self, forKey: .textConfig,
            default: try CaseReloadedTextConfiguration.withDefaults())
        visionConfig = try values.decode(
            CaseReloadedVisionConfiguration.self, forKey: .visionConfig,
            default: try CaseReloadedVisionConfiguration.withDefaults())
        modelType = try values.decode(String.self, forKey: .modelType, default: "case")
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
    }

    /// `ReloadedConfig.from_dict`, configuration_entries_reloaded.py:31.
    public static func entries(_ params: JSONValue) throws -> JSONValue {
        var params = params
        if params.get("text_config")?.isTruthy != true {
            params["text_config"] = try JSONValue.object(
                required(params.objectValue, "params").filter { k, _ in
                    CaseReloadedTextConfiguration.CodingKeys(stringValue: k) != nil
                })
        }
        if params.contains("size") {
            params["hidden_size"] = try required(params["size"], "size")
        }
        return params
    }
}

/// `ConfigurationEntriesReloaded`, configuration_entries_reloaded.py:53.
public final class CaseConfigurationEntriesReloaded: Module {
    @ModuleInfo var up: Linear
    let scale: Double
    let shift: Int

    public init(_ config: CaseReloadedConfiguration) {
        _up.wrappedValue = Linear(config.hiddenSize, config.textConfig.width)
        scale = config.textConfig.scale
        shift = config.visionConfig.inChannels
    }

    /// `ConfigurationEntriesReloaded.__call__`, configuration_entries_reloaded.py:60.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { up(x) * scale + shift }
}
