// Ported from mlx_lm/tuner/lora.py, mlx-lm 0.32.2, MIT,
// sha256 4d3a8edab111d4ddba33398ba8700203db7b61621c39e9c348fdd50e57278b45.

import MLX
import MLXNN

/// A linear layer with a low-rank adapter (`LoRALinear`).
public final class LoRALinear: Linear, AdaptedLayer {
    @ParameterInfo(key: "lora_a") var loraA: MLXArray
    @ParameterInfo(key: "lora_b") var loraB: MLXArray
    /// The factor of the update.
    public let scale: Double

    /// A layer with an adapter on top.
    public init(_ base: Linear, _ update: LowRankUpdate) {
        scale = update.scale
        _loraA.wrappedValue = update.a
        _loraB.wrappedValue = update.b
        super.init(weight: base.weight, bias: base.bias)
    }

    private var update: LowRankUpdate { LowRankUpdate(a: loraA, b: loraB, scale: scale) }

    public override func callAsFunction(_ x: MLXArray) -> MLXArray {
        super.callAsFunction(x) + update(x)
    }

    public func fused(dequantize: Bool) -> Module {
        Linear(weight: weight + update.delta(of: weight), bias: bias)
    }
}

/// A quantised linear layer with a low-rank adapter (`LoRALinear` over `nn.QuantizedLinear`).
public final class QuantizedLoRALinear: QuantizedLinear, AdaptedLayer {
    @ParameterInfo(key: "lora_a") var loraA: MLXArray
    @ParameterInfo(key: "lora_b") var loraB: MLXArray
    /// The factor of the update.
    public let scale: Double

    /// A layer with an adapter on top.
    public init(_ base: QuantizedLinear, _ update: LowRankUpdate) {
        scale = update.scale
        _loraA.wrappedValue = update.a
        _loraB.wrappedValue = update.b
        super.init(
            weight: base.weight, bias: base.bias, scales: base.scales, biases: base.biases,
            groupSize: base.groupSize, bits: base.bits, mode: base.mode)
    }

    private var update: LowRankUpdate { LowRankUpdate(a: loraA, b: loraB, scale: scale) }

    public override func callAsFunction(_ x: MLXArray) -> MLXArray {
        super.callAsFunction(x) + update(x)
    }

    public func fused(dequantize: Bool) -> Module {
        let weight = dequantizedWeight
        let fused = Linear(weight: weight + update.delta(of: weight), bias: bias)
        return dequantize
            ? fused : QuantizedLinear(fused, groupSize: groupSize, bits: bits, mode: mode)
    }
}

extension QuantizedLinear {
    /// The weight `[outputDimensions, inputDimensions]` in the type of the scales.
    var dequantizedWeight: MLXArray {
        dequantized(
            weight, scales: scales, biases: biases, groupSize: groupSize, bits: bits, mode: mode)
    }
}
