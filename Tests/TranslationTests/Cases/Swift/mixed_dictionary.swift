import MLX
import MLXNN
import ModelPorted
import ModelShared

/// Configuration of the `case` family, as in `config.json`: `MixedConfig`, mixed_dictionary.py:8.
public struct CaseMixedConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var ropeParameters: RoPEScaling?
    public var fraction: Double
    public var kind: String

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case ropeParameters = "rope_parameters"
        case fraction
        case kind
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType)
        ropeParameters = try values.decodeIfPresent(
            RoPEScaling.self, forKey: .ropeParameters,
            absent: [
                "type": "default", "sections": [1, 2], "interleaved": true, "theta": 10_000,
                "fraction": 0.25,
            ])
        fraction = try values.decode(Double.self, forKey: .fraction, default: 1.0)
        kind = try values.decode(String.self, forKey: .kind, default: "none")
        if var ropeParameters = ropeParameters.nonEmpty {
            if !ropeParameters.contains("type"), ropeParameters.contains("rope_type") {
                ropeParameters["type"] = try required(
                    ropeParameters.removeValue(forKey: "rope_type"), "rope_type")
            }
            self.ropeParameters = ropeParameters
            fraction = try required((ropeParameters["fraction"] ?? 0.5).doubleValue, "fraction")
            kind = try required(required(ropeParameters["type"], "type").stringValue, "type")
        }
    }
}

/// `MixedDictionary`, mixed_dictionary.py:30.
public final class CaseMixedDictionary: Module {
    var fraction: Double
    @ModuleInfo var proj: Linear

    public init(_ config: CaseMixedConfiguration) {
        fraction = config.fraction
        if config.kind == "linear" { fraction = fraction + 1.0 }
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `MixedDictionary.__call__`, mixed_dictionary.py:38.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) * fraction }
}
