import MLX
import MLXNN
import ModelPorted
import ModelShared

/// Configuration of the `case` family, as in `config.json`: `AnnotatedConfig`, annotated_number.py:10.
public struct CaseAnnotatedConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var ropeTheta: Double
    public var ropeScaling: RoPEScaling?

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case ropeTheta = "rope_theta"
        case ropeScaling = "rope_scaling"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType)
        ropeTheta = try values.decode(Double.self, forKey: .ropeTheta, default: 10_000.0)
        ropeScaling = try values.decodeIfPresent(RoPEScaling.self, forKey: .ropeScaling)
    }
}

/// `AnnotatedNumber`, annotated_number.py:16.
public final class CaseAnnotatedNumber: Module {
    @ModuleInfo var rope: any RotaryEmbedding

    public init(_ config: CaseAnnotatedConfiguration) throws {
        _rope.wrappedValue = try MLXLM.initializeRoPE(
            dims: 4, base: config.ropeTheta, traditional: false, scalingConfig: config.ropeScaling)
    }

    /// `AnnotatedNumber.__call__`, annotated_number.py:21.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { rope(x) }
}
