// Ported from mlx_lm/tuner/lora.py, mlx-lm 0.32.2, MIT,
// sha256 4d3a8edab111d4ddba33398ba8700203db7b61621c39e9c348fdd50e57278b45.

import MLX
import MLXNN

/// An embedding with a low-rank adapter (`LoRAEmbedding`).
public final class LoRAEmbedding: Embedding, AdaptedLayer {
    @ParameterInfo(key: "lora_a") var loraA: MLXArray
    @ParameterInfo(key: "lora_b") var loraB: MLXArray
    /// The factor of the update.
    public let scale: Double

    /// An embedding with an adapter on top.
    public init(_ base: Embedding, _ update: LowRankUpdate) {
        scale = update.scale
        _loraA.wrappedValue = update.a
        _loraB.wrappedValue = update.b
        super.init(weight: base.weight)
    }

    private var update: LowRankUpdate { LowRankUpdate(a: loraA, b: loraB, scale: scale) }

    public override func callAsFunction(_ x: MLXArray) -> MLXArray {
        super.callAsFunction(x) + update.vectors(x, like: weight.dtype)
    }

    public override func asLinear(_ x: MLXArray) -> MLXArray {
        super.asLinear(x) + update.scores(x)
    }

    public func fused(dequantize: Bool) -> Module {
        Embedding(weight: weight + update.vectorDelta(of: weight))
    }
}

/// A quantised embedding with a low-rank adapter (`LoRAEmbedding` over `nn.QuantizedEmbedding`).
public final class QuantizedLoRAEmbedding: QuantizedEmbedding, AdaptedLayer {
    @ParameterInfo(key: "lora_a") var loraA: MLXArray
    @ParameterInfo(key: "lora_b") var loraB: MLXArray
    /// The factor of the update.
    public let scale: Double

    /// An embedding with an adapter on top.
    public init(_ base: QuantizedEmbedding, _ update: LowRankUpdate) {
        scale = update.scale
        _loraA.wrappedValue = update.a
        _loraB.wrappedValue = update.b
        super.init(
            weight: base.weight, scales: base.scales, biases: base.biases,
            groupSize: base.groupSize, bits: base.bits, mode: base.mode)
    }

    private var update: LowRankUpdate { LowRankUpdate(a: loraA, b: loraB, scale: scale) }

    public override func callAsFunction(_ x: MLXArray) -> MLXArray {
        let y = super.callAsFunction(x)
        return y + update.vectors(x, like: y.dtype)
    }

    public override func asLinear(_ x: MLXArray) -> MLXArray {
        super.asLinear(x) + update.scores(x)
    }

    public func fused(dequantize: Bool) -> Module {
        let weight = dequantized(
            weight, scales: scales, biases: biases, groupSize: groupSize, bits: bits, mode: mode)
        let fused = Embedding(weight: weight + update.vectorDelta(of: weight))
        return dequantize
            ? fused : QuantizedEmbedding(fused, groupSize: groupSize, bits: bits, mode: mode)
    }
}

/// Adapters of embeddings have `a` `[embeddingCount, rank]` and `b` `[rank, dimensions]`.
extension LowRankUpdate {
    fileprivate func vectors(_ x: MLXArray, like dtype: DType) -> MLXArray {
        (scale * matmul(a[x], b)).asType(dtype)
    }

    fileprivate func scores(_ x: MLXArray) -> MLXArray {
        (scale * matmul(matmul(x, b.T), a.T)).asType(x.dtype)
    }

    fileprivate func vectorDelta(of weight: MLXArray) -> MLXArray {
        matmul(scale * a, b).asType(weight.dtype)
    }
}
