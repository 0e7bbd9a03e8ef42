import MLX
import MLXNN
import ModelPorted
import ModelRuntime
import ModelShared

/// A part of the configuration of the `case` family: `SpelledPartConfig`, attributes_of_one_spelling.py:10.
public struct CaseSpelledPartConfiguration: Codable, Sendable {
    public var width: Int
    public var scale: Double

    enum CodingKeys: String, CodingKey {
        case width
        case scale
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        width = try values.decode(Int.self, forKey: .width, default: 4)
        scale = try values.decode(Double.self, forKey: .scale, default: 2.0)
    }
}

/// Configuration of the `case` family, as in `config.json`: `SpelledConfig`, attributes_of_one_spelling.py:16.
public struct CaseSpelledConfiguration: BaseModelConfiguration {
    public var partConfig: CaseSpelledPartConfiguration
    public var modelType: String
    public var hiddenSize: Int

    enum CodingKeys: String, CodingKey {
        case partConfig = "part_config"
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self, entries: Self.entries)
        partConfig = try values.decode(CaseSpelledPartConfiguration.self, forKey: .partConfig)
        modelType = try values.decode(String.self, forKey: .modelType, default: "case")
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
    }

    /// `SpelledConfig.from_dict`, attributes_of_one_spelling.py:22.
    public static func entries(_ params: JSONValue) -> JSONValue {
        var params = params
        params["part_config"] = params["part_config"] ?? [:]
        return params
    }
}

/// `SpelledPart`, attributes_of_one_spelling.py:28.
public final class CaseSpelledPart: Module {
    let args: CaseSpelledPartConfiguration
    let config: CaseSpelledConfiguration
    let heads: Int
    let numHeads: Int
    @ModuleInfo var up: Linear

    public init(_ config: CaseSpelledPartConfiguration, config config2: CaseSpelledConfiguration) {
        args = config
        self.config = config2
        heads = config.width
        numHeads = config.width.floorQuotient(2)
        _up.wrappedValue = Linear(config2.hiddenSize, config.width)
    }

    /// `SpelledPart.__call__`, attributes_of_one_spelling.py:37.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let x = up(x).reshaped(x.dim(0), -1, numHeads, heads.floorQuotient(numHeads))
        return x * args.scale + config.hiddenSize
    }
}

/// `AttributesOfOneSpelling`, attributes_of_one_spelling.py:42.
public final class CaseAttributesOfOneSpelling: Module {
    @ModuleInfo var part: CaseSpelledPart

    public init(_ config: CaseSpelledConfiguration) {
        _part.wrappedValue = CaseSpelledPart(config.partConfig, config: config)
    }

    /// `AttributesOfOneSpelling.__call__`, attributes_of_one_spelling.py:47.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { part(x) * part.args.width }
}
