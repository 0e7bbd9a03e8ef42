import MLX
import MLXNN
import ModelPorted
import ModelRuntime
import ModelShared

/// A part of the configuration of the `case` family: `CopiedPartConfig`, configuration_entries_copied.py:11.
public struct CaseCopiedPartConfiguration: Codable, Sendable {
    public var width: Int
    public var scale: Double

    enum CodingKeys: String, CodingKey {
        case width
        case scale
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self, entries: Self.entries)
        width = try values.decode(Int.self, forKey: .width, default: 3)
        scale = try values.decode(Double.self, forKey: .scale, default: 1.0)
    }

    /// `CopiedPartConfig.from_dict`, configuration_entries_copied.py:16.
    public static func entries(_ params: JSONValue) throws -> JSONValue {
        var params = params
        if params.contains("wide"), !params.contains("width") {
            params["width"] = try required(params.removeValue(forKey: "wide"), "wide")
        }
        return params
    }
}

/// Configuration of the `case` family, as in `config.json`: `CopiedConfig`, configuration_entries_copied.py:24.
public struct CaseCopiedConfiguration: BaseModelConfiguration {
    public var partConfig: CaseCopiedPartConfiguration
    public var modelType: String
    public var hiddenSize: Int
    public var theta: Double?
    public var scaling: JSONValue?

    enum CodingKeys: String, CodingKey {
        case partConfig = "part_config"
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case theta
        case scaling
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self, entries: Self.entries)
        partConfig = try values.decode(CaseCopiedPartConfiguration.self, forKey: .partConfig)
        modelType = try values.decode(String.self, forKey: .modelType, default: "case")
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
        theta = try values.decodeIfPresent(Double.self, forKey: .theta)
        scaling = try values.decodeIfPresent(JSONValue.self, forKey: .scaling)
    }

    /// `CopiedConfig.from_dict`, configuration_entries_copied.py:32.
    public static func entries(_ params: JSONValue) throws -> JSONValue {
        var params = params
        var scaling = params.removeValue(forKey: "parameters")?.truthy ?? params.get("scaling")
        if scaling?.isTruthy == true {
            let kind = try required(scaling, "scaling").get("type")?.truthy ?? "default"
            params["theta"] = scaling?.removeValue(forKey: "theta") ?? params.get("theta") ?? .null
            params["scaling"] = (kind == "default" ? nil : scaling) ?? .null
        }
        if params.contains("nested") {
            var merged = params
            try merged.update(required(params["nested"], "nested"))
            params = merged
        }
        if params.contains("old_size") {
            params["hidden_size"] = try required(params["old_size"], "old_size")
            try required(params.removeValue(forKey: "old_size"), "old_size")
        }
        let part = params.removeValue(forKey: "part_config") ?? [:]
        params["part_config"] = part
        return params
    }
}

/// `ConfigurationEntriesCopied`, configuration_entries_copied.py:52.
public final class CaseConfigurationEntriesCopied: Module {
    @ModuleInfo var up: Linear
    let scale: Double
    let theta: Double
    let factor: Double

    public init(_ config: CaseCopiedConfiguration) throws {
        _up.wrappedValue = Linear(config.hiddenSize, config.partConfig.width)
        scale = config.partConfig.scale
        theta = config.theta.nonZero ?? 2.0
        let scaling = config.scaling?.truthy ?? [:]
        factor = try required((scaling["factor"] ?? 1.0).doubleValue, "factor")
    }

    /// `ConfigurationEntriesCopied.__call__`, configuration_entries_copied.py:61.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        up(x) * scale * theta * factor
    }
}
