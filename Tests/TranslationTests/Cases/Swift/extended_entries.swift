import MLX
import MLXNN
import ModelPorted
import ModelRuntime
import ModelShared

/// A part of the configuration of the `case` family: `PlainEntriesConfig`, extended_entries.py:11.
public struct CasePlainEntriesConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var hiddenSize: Int
    public var width: Int
    public var scale: Double

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case width
        case scale
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType, default: "plain")
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
        width = try values.decode(Int.self, forKey: .width, default: 3)
        scale = try values.decodeIfPresent(Double.self, forKey: .scale) ?? 1.0 / Double(width)
    }
}

/// Configuration of the `case` family, as in `config.json`: `ExtendedEntriesConfig`, extended_entries.py:23.
@dynamicMemberLookup
public struct CaseExtendedEntriesConfiguration: BaseModelConfiguration {
    /// What it extends.
    public var base: CasePlainEntriesConfiguration
    public var shift: Int
    public var twice: Int

    public var modelType: String { base.modelType }

    enum CodingKeys: String, CodingKey {
        case shift
        case twice
    }

    public init(from decoder: any Decoder) throws {
        let decoder = try decoder.changed(by: Self.entries)
        base = try CasePlainEntriesConfiguration(from: decoder)
        let values = try decoder.container(keyedBy: CodingKeys.self)
        shift = try values.decode(Int.self, forKey: .shift, default: 1)
        twice = try values.decodeIfPresent(Int.self, forKey: .twice) ?? shift * 2
    }

    public func encode(to encoder: any Encoder) throws {
        try base.encode(to: encoder)
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(shift, forKey: .shift)
        try values.encode(twice, forKey: .twice)
    }

    public subscript<Value>(dynamicMember path: KeyPath<CasePlainEntriesConfiguration, Value>)
        -> Value
    {
        base[keyPath: path]
    }

    /// `ExtendedEntriesConfig.from_dict`, extended_entries.py:33.
    public static func entries(_ params: JSONValue) -> JSONValue {
        var params = params
        let inner = params.get("inner")
        if let inner, inner.isDictionary, inner.isTruthy { params.update(inner) }
        return params
    }
}

/// `EntriesPart`, extended_entries.py:41.
public final class CaseEntriesPart: Module {
    @ModuleInfo var up: Linear
    let scale: Double

    public init(_ config: CasePlainEntriesConfiguration) {
        _up.wrappedValue = Linear(config.hiddenSize, config.width)
        scale = config.scale
    }

    /// `EntriesPart.__call__`, extended_entries.py:47.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { up(x) * scale }
}

/// `ExtendedEntries`, extended_entries.py:51.
public final class CaseExtendedEntries: Module {
    @ModuleInfo var part: CaseEntriesPart
    let shift: Int
    let twice: Int

    public init(_ config: CaseExtendedEntriesConfiguration) {
        _part.wrappedValue = CaseEntriesPart(config.base)
        shift = config.shift
        twice = config.twice
    }

    /// `ExtendedEntries.__call__`, extended_entries.py:58.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { part(x) * twice + shift }
}
