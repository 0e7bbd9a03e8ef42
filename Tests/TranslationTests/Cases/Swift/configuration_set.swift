import MLX
import MLXNN
import ModelPorted
import ModelRuntime
import ModelShared

/// A part of the configuration of the `case` family: `SetPartConfig`, configuration_set.py:11.
public struct CaseSetPartConfiguration: Codable, Sendable {
    public var width: Int
    public var out: Int
    public var shift: Int
    public var scale: Double

    enum CodingKeys: String, CodingKey {
        case width
        case out
        case shift
        case scale
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        width = try values.decode(Int.self, forKey: .width, default: 3)
        out = try values.decode(Int.self, forKey: .out, default: 3)
        shift = try values.decode(Int.self, forKey: .shift, default: 2)
        scale = try values.decode(Double.self, forKey: .scale, default: 1.0)
    }
}

/// Configuration of the `case` family, as in `config.json`: `SetWholeConfig`, configuration_set.py:19.
public struct CaseSetWholeConfiguration: BaseModelConfiguration {
    public var partConfig: CaseSetPartConfiguration
    public var otherConfig: CaseSetPartConfiguration?
    public var modelType: String
    public var hiddenSize: Int
    public var shift: Int?
    public var limit: Int

    enum CodingKeys: String, CodingKey {
        case partConfig = "part_config"
        case otherConfig = "other_config"
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case shift
        case limit
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self, entries: Self.entries)
        partConfig = try values.decode(CaseSetPartConfiguration.self, forKey: .partConfig)
        otherConfig = try values.decodeIfPresent(
            CaseSetPartConfiguration.self, forKey: .otherConfig)
        modelType = try values.decode(String.self, forKey: .modelType, default: "case")
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
        shift = try values.decodeIfPresent(Int.self, forKey: .shift)
        limit = try values.decode(Int.self, forKey: .limit, default: 8)
    }

    /// `SetWholeConfig.from_dict`, configuration_set.py:28.
    public static func entries(_ params: JSONValue) throws -> JSONValue {
        var params = params
        params["part_config"] = params["part_config"] ?? [:]
        params["other_config"] = try required(params["other_config"], "other_config")
        return params
    }
}

/// `SetPart`, configuration_set.py:35.
public final class CaseSetPart: Module {
    let config: CaseSetPartConfiguration?
    @ModuleInfo var up: Linear

    public init(_ config: CaseSetPartConfiguration?) throws {
        self.config = config
        _up.wrappedValue = try Linear(
            required(config, "config").width, required(config, "config").out)
    }

    /// `SetPart.__call__`, configuration_set.py:41.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { up(x) * config!.scale }
}

/// `ConfigurationSet`, configuration_set.py:45.
public final class CaseConfigurationSet: Module {
    let config: CaseSetWholeConfiguration
    @ModuleInfo var down: Linear
    @ModuleInfo var part: CaseSetPart
    @ModuleInfo var other: CaseSetPart
    let limit: Int

    public init(_ config: CaseSetWholeConfiguration) throws {
        var config = config
        config.partConfig.scale = Double(config.hiddenSize) / 8
        _ = try required(config.otherConfig, "other_config")
        config.otherConfig?.out = config.partConfig.out
        if config.shift == nil { config.shift = config.partConfig.shift }
        config.limit = 6
        self.config = config
        _down.wrappedValue = Linear(config.hiddenSize, config.partConfig.width)
        _part.wrappedValue = try CaseSetPart(config.partConfig)
        _other.wrappedValue = try CaseSetPart(config.otherConfig)
        limit = config.limit
    }

    /// `ConfigurationSet.__call__`, configuration_set.py:59.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let x = minimum(down(x) + config.shift!, limit)
        return part(x) * config.limit + other(x)
    }
}
