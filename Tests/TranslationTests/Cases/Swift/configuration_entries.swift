import Foundation
import MLX
import MLXNN
import ModelPorted
import ModelRuntime
import ModelShared

/// A part of the configuration of the `case` family: `EntriesTextConfig`, configuration_entries.py:12.
public struct CaseEntriesTextConfiguration: Codable, Sendable {
    public var hiddenSize: Int
    public var width: Int
    public var bias: Bool?
    public var scale: Double

    enum CodingKeys: String, CodingKey {
        case hiddenSize = "hidden_size"
        case width
        case bias
        case scale
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
        width = try values.decode(Int.self, forKey: .width, default: 3)
        bias = try values.decodeIfPresent(Bool.self, forKey: .bias)
        scale = try values.decode(Double.self, forKey: .scale, default: 1.0)
    }
}

/// A part of the configuration of the `case` family: `EntriesVisionConfig`, configuration_entries.py:20.
public struct CaseEntriesVisionConfiguration: Codable, Sendable {
    public var width: Int
    public var imageSize: Int?

    enum CodingKeys: String, CodingKey {
        case width
        case imageSize = "image_size"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        width = try values.decode(Int.self, forKey: .width, default: 5)
        imageSize = try values.decodeIfPresent(Int.self, forKey: .imageSize)
    }
}

/// Configuration of the `case` family, as in `config.json`: `EntriesConfig`, configuration_entries.py:26.
public struct CaseEntriesConfiguration: BaseModelConfiguration {
    public var textConfig: CaseEntriesTextConfiguration
    public var visionConfig: CaseEntriesVisionConfiguration
    public var modelType: String
    public var hiddenSize: Int
    public var tokens: Int

    enum CodingKeys: String, CodingKey {
        case textConfig = "text_config"
        case visionConfig = "vision_config"
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case tokens
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self, entries: Self.entries)
        textConfig = try values.decode(CaseEntriesTextConfiguration.self, forKey: .textConfig)
        visionConfig = try values.decode(CaseEntriesVisionConfiguration.self, forKey: .visionConfig)
        modelType = try values.decode(String.self, forKey: .modelType, default: "case")
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
        tokens = try values.decode(Int.self, forKey: .tokens, default: 0)
    }

    /// `EntriesConfig.from_dict`, configuration_entries.py:34.
    public static func entries(_ params: JSONValue) throws -> JSONValue {
        var params = params
        var textParams = params["text_config"] ?? [:]
        let visionParams = params["vision_config"] ?? [:]
        for (key, value) in try required(params.objectValue, "params") {
            if CaseEntriesTextConfiguration.CodingKeys(stringValue: key) != nil,
                !textParams.contains(key)
            {
                textParams[key] = value
            }
        }
        if textParams.get("bias") == nil { textParams["bias"] = true }
        if !textParams.contains("factor"), params.contains("factor") {
            textParams["scale"] = try required(params["factor"], "factor")
        }
        let imageSize = visionParams.get("image_size")
        let patchSize = visionParams.get("patch_size")
        if let imageSize, let patchSize, !params.contains("tokens") {
            params["tokens"] = try JSONValue.double(
                pow(
                    required(imageSize.doubleValue, "image_size").floorDivided(
                        by: required(patchSize.doubleValue, "patch_size")), 2))
        }
        params["text_config"] = textParams
        params["vision_config"] = visionParams
        return params
    }
}

/// `ConfigurationEntries`, configuration_entries.py:64.
public final class CaseConfigurationEntries: Module {
    let scale: Double
    let tokens: Int
    @ModuleInfo var up: Linear
    @ModuleInfo var out: Linear

    public init(_ config: CaseEntriesConfiguration) {
        let text = config.textConfig
        scale = text.scale
        tokens = config.tokens
        _up.wrappedValue = Linear(config.hiddenSize, text.width, bias: text.bias == true)
        _out.wrappedValue = Linear(text.width, config.visionConfig.width)
    }

    /// `ConfigurationEntries.__call__`, configuration_entries.py:73.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { out(up(x)) * scale + tokens }
}
