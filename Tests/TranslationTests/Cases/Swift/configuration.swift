import MLX
import MLXNN
import ModelPorted
import ModelShared

/// Configuration of the `case` family, as in `config.json`: `ModelConfig`, configuration.py:8.
public struct CaseConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var hiddenSize: Int
    public var numLayers: Int
    public var scale: Double
    public var eps: Double
    public var offset: Int
    public var large: Int
    public var useBias: Bool
    public var tied: Bool
    public var activation: String
    public var window: Int?
    public var factor: Double?
    public var label: String?
    public var labels: [String]?
    public var headDimensions: Int?
    public var ropeScaling: RoPEScaling?

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case numLayers = "num_layers"
        case scale
        case eps
        case offset
        case large
        case useBias = "use_bias"
        case tied
        case activation
        case window
        case factor
        case label
        case labels
        case headDimensions = "head_dim"
        case ropeScaling = "rope_scaling"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType)
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize)
        numLayers = try values.decode(Int.self, forKey: .numLayers, default: 2)
        scale = try values.decode(Double.self, forKey: .scale, default: 10_000)
        eps = try values.decode(Double.self, forKey: .eps, default: 1e-05)
        offset = try values.decode(Int.self, forKey: .offset, default: -1)
        large = try values.decode(Int.self, forKey: .large, default: 1_048_576)
        useBias = try values.decode(Bool.self, forKey: .useBias, default: false)
        tied = try values.decode(Bool.self, forKey: .tied, default: true)
        activation = try values.decode(String.self, forKey: .activation, default: "silu")
        window = try values.decodeIfPresent(Int.self, forKey: .window)
        factor = try values.decodeIfPresent(Double.self, forKey: .factor, absent: 0.5)
        label = try values.decodeIfPresent(String.self, forKey: .label)
        labels = try values.decodeIfPresent([String].self, forKey: .labels)
        headDimensions = try values.decodeIfPresent(Int.self, forKey: .headDimensions)
        ropeScaling = try values.decodeIfPresent(RoPEScaling.self, forKey: .ropeScaling)
    }
}

/// `Projection`, configuration.py:27.
public final class CaseProjection: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(config.hiddenSize, config.hiddenSize, bias: config.useBias)
    }

    /// `Projection.__call__`, configuration.py:32.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) }
}
