// Ported from mlx_lm/tuner/dora.py, mlx-lm 0.32.2, MIT,
// sha256 b2f2d80bc5091efcb56916157b0166210aca9333fd20a621ed04ea53bc45ba10.

import MLX
import MLXNN

/// A linear layer whose rows keep a learned length under a low-rank adapter (`DoRALinear`, arXiv
/// 2402.09353).
public final class DoRALinear: Linear, AdaptedLayer {
    @ParameterInfo(key: "lora_a") var loraA: MLXArray
    @ParameterInfo(key: "lora_b") var loraB: MLXArray
    /// The lengths of the weight's rows, [outputDimensions].
    @ParameterInfo(key: "m") var magnitude: MLXArray
    /// The factor of the update.
    public let scale: Double

    /// A layer with an adapter on top.
    public init(_ base: Linear, _ update: LowRankUpdate, magnitude: MLXArray) {
        scale = update.scale
        _loraA.wrappedValue = update.a
        _loraB.wrappedValue = update.b
        _magnitude.wrappedValue = magnitude
        super.init(weight: base.weight, bias: base.bias)
    }

    private var adapter: RowScaledUpdate {
        RowScaledUpdate(
            update: LowRankUpdate(a: loraA, b: loraB, scale: scale), magnitude: magnitude)
    }

    public override func callAsFunction(_ x: MLXArray) -> MLXArray {
        adapter(x, weight: weight, bias: bias)
    }

    public func fused(dequantize: Bool) -> Module {
        Linear(weight: adapter.fused(weight), bias: bias)
    }
}

/// A quantised linear layer whose rows keep a learned length under a low-rank adapter (`DoRALinear`
/// over `nn.QuantizedLinear`).
public final class QuantizedDoRALinear: QuantizedLinear, AdaptedLayer {
    @ParameterInfo(key: "lora_a") var loraA: MLXArray
    @ParameterInfo(key: "lora_b") var loraB: MLXArray
    /// The lengths of the weight's rows, [outputDimensions].
    @ParameterInfo(key: "m") var magnitude: MLXArray
    /// The factor of the update.
    public let scale: Double

    /// A layer with an adapter on top.
    public init(_ base: QuantizedLinear, _ update: LowRankUpdate, magnitude: MLXArray) {
        scale = update.scale
        _loraA.wrappedValue = update.a
        _loraB.wrappedValue = update.b
        _magnitude.wrappedValue = magnitude
        super.init(
            weight: base.weight, bias: base.bias, scales: base.scales, biases: base.biases,
            groupSize: base.groupSize, bits: base.bits, mode: base.mode)
    }

    private var adapter: RowScaledUpdate {
        RowScaledUpdate(
            update: LowRankUpdate(a: loraA, b: loraB, scale: scale), magnitude: magnitude)
    }

    public override func callAsFunction(_ x: MLXArray) -> MLXArray {
        adapter(x, weight: dequantizedWeight, bias: bias)
    }

    public func fused(dequantize: Bool) -> Module {
        let fused = Linear(weight: adapter.fused(dequantizedWeight), bias: bias)
        return dequantize
            ? fused : QuantizedLinear(fused, groupSize: groupSize, bits: bits, mode: mode)
    }
}

/// A low-rank update after which every row of the weight has a length of its own.
private struct RowScaledUpdate {
    let update: LowRankUpdate
    let magnitude: MLXArray

    func callAsFunction(_ x: MLXArray, weight: MLXArray, bias: MLXArray?) -> MLXArray {
        let y = matmul(x, weight.T) + update(x)
        let adapted = weight + matmul(update.scale * update.b.T, update.a.T)
        let out = (magnitude / MLXLinalg.norm(adapted, axis: 1)).asType(x.dtype) * y
        return bias.map { out + $0 } ?? out
    }

    func fused(_ weight: MLXArray) -> MLXArray {
        let weight = weight + update.delta(of: weight)
        return (magnitude / MLXLinalg.norm(weight, axis: 1))[0..., .newAxis] * weight
    }
}
