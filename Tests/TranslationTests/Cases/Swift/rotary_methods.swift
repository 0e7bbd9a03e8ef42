import MLX
import MLXNN
import ModelPorted

/// `ChunkedRotary`, rotary_methods.py:7.
public final class CaseChunkedRotary: MRoPERotaryEmbedding {

    public init(_ dim: Int, base: Double = 10_000, ropeScaling: RoPEScaling? = nil) {
        super.init(dim: dim, base: base, ropeScaling: ropeScaling, style: .chunked)
    }
}

/// `RotaryMethods`, rotary_methods.py:12.
public final class CaseRotaryMethods: Module {
    @ModuleInfo(key: "rotary_emb") var rotaryEmb: CaseChunkedRotary

    public init(_ config: CaseConfiguration) {
        _rotaryEmb.wrappedValue = CaseChunkedRotary(
            8, base: config.scale, ropeScaling: config.ropeScaling)
    }

    /// `RotaryMethods.__call__`, rotary_methods.py:17.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let positions = tiled(
            MLXArray.arange(x.dim(-2), dtype: .int32)[.newAxis, .newAxis, 0...],
            repetitions: [3, 1, 1])
        let (queries, keys) = rotaryEmb.applyRotary(x, x * 2, positionIds: positions)
        return queries + keys
    }
}
