import MLX
import MLXNN
import ModelPorted
import ModelRuntime
import ModelShared

/// A part of the configuration of the `case` family: `DecodingBaseConfig`, extended_decoding.py:11.
public struct CaseDecodingBaseConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var hiddenSize: Int
    public var width: JSONValue
    public var scale: Double?

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case width
        case scale
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self, entries: Self.entries)
        modelType = try values.decode(String.self, forKey: .modelType, default: "base")
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
        width = try values.decode(JSONValue.self, forKey: .width, default: 3)
        scale = try values.decodeIfPresent(Double.self, forKey: .scale, absent: 2.0)
    }

    /// `DecodingBaseConfig.from_dict`, extended_decoding.py:18.
    public static func entries(_ params: JSONValue) throws -> JSONValue {
        var params = params
        if params.contains("old_size") {
            params["hidden_size"] = try required(params.removeValue(forKey: "old_size"), "old_size")
        }
        if params.contains("old_shift") {
            params["shift"] = try required(params.removeValue(forKey: "old_shift"), "old_shift")
        }
        return params
    }
}

/// Configuration of the `case` family, as in `config.json`: `DecodingConfig`, extended_decoding.py:28.
@dynamicMemberLookup
public struct CaseDecodingConfiguration: BaseModelConfiguration {
    /// What it extends.
    public var base: CaseDecodingBaseConfiguration
    public var shift: Int

    public var modelType: String { base.modelType }

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case width
        case scale
        case shift
    }

    public init(from decoder: any Decoder) throws {
        base = try CaseDecodingBaseConfiguration(from: decoder)
        let values = try decoder.container(
            keyedBy: CodingKeys.self, entries: CaseDecodingBaseConfiguration.entries)
        base.modelType = try values.decode(String.self, forKey: .modelType, default: "extended")
        base.width = try values.decode(JSONValue.self, forKey: .width, default: 3)
        base.scale = try values.decodeIfPresent(Double.self, forKey: .scale)
        shift = try values.decode(Int.self, forKey: .shift, default: 1)
    }

    public func encode(to encoder: any Encoder) throws {
        try base.encode(to: encoder)
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(shift, forKey: .shift)
    }

    public subscript<Value>(dynamicMember path: KeyPath<CaseDecodingBaseConfiguration, Value>)
        -> Value
    {
        base[keyPath: path]
    }
}

/// `DecodingPart`, extended_decoding.py:35.
public final class CaseDecodingPart: Module {
    let scale: Double
    @ModuleInfo var up: Linear

    public init(_ config: CaseDecodingBaseConfiguration) {
        scale = config.scale.nonZero ?? 0.5
        _up.wrappedValue = Linear(config.hiddenSize, 3)
    }

    /// `DecodingPart.__call__`, extended_decoding.py:41.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { up(x) * scale }
}

/// `ExtendedDecoding`, extended_decoding.py:45.
public final class CaseExtendedDecoding: Module {
    @ModuleInfo var part: CaseDecodingPart
    let shift: Int
    let width: Double

    public init(_ config: CaseDecodingConfiguration) throws {
        _part.wrappedValue = CaseDecodingPart(config.base)
        shift = config.shift
        let width = config.width
        self.width =
            try width.isDictionary
            ? required(required(width["inner"], "inner").doubleValue, "inner")
            : required(width.doubleValue, "width")
    }

    /// `ExtendedDecoding.__call__`, extended_decoding.py:53.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { part(x) * width + shift }
}
