import MLX
import MLXNN
import ModelShared

/// A part of the configuration of the `case` family: `BaseConfig`, extended_default.py:7.
public struct CaseBaseConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var hiddenSize: Int
    public var scale: Double

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case scale
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType, default: "base")
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
        scale = try values.decode(Double.self, forKey: .scale, default: 2.0)
    }
}

/// Configuration of the `case` family, as in `config.json`: `ExtendedConfig`, extended_default.py:14.
@dynamicMemberLookup
public struct CaseExtendedConfiguration: BaseModelConfiguration {
    /// What it extends.
    public var base: CaseBaseConfiguration
    public var shift: Int

    public var modelType: String { base.modelType }

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case scale
        case shift
    }

    public init(from decoder: any Decoder) throws {
        base = try CaseBaseConfiguration(from: decoder)
        let values = try decoder.container(keyedBy: CodingKeys.self)
        base.modelType = try values.decode(String.self, forKey: .modelType, default: "extended")
        base.scale = try values.decode(Double.self, forKey: .scale, default: 0.5)
        shift = try values.decode(Int.self, forKey: .shift, default: 1)
    }

    public func encode(to encoder: any Encoder) throws {
        try base.encode(to: encoder)
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(shift, forKey: .shift)
    }

    public subscript<Value>(dynamicMember path: KeyPath<CaseBaseConfiguration, Value>) -> Value {
        base[keyPath: path]
    }
}

/// `Scaled`, extended_default.py:20.
public final class CaseScaled: Module {
    let scale: Double

    public init(_ config: CaseBaseConfiguration) {
        scale = config.scale
    }

    /// `Scaled.__call__`, extended_default.py:25.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { x * scale }
}

/// `ExtendedDefault`, extended_default.py:29.
public final class CaseExtendedDefault: Module {
    let shift: Double
    @ModuleInfo var scaled: CaseScaled

    public init(_ config: CaseExtendedConfiguration) {
        shift = Double(config.shift) + config.scale
        _scaled.wrappedValue = CaseScaled(config.base)
    }

    /// `ExtendedDefault.__call__`, extended_default.py:35.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { scaled(x) + shift }
}
