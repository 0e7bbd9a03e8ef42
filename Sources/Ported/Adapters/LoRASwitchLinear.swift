// Ported from mlx_lm/tuner/lora.py, mlx-lm 0.32.2, MIT,
// sha256 4d3a8edab111d4ddba33398ba8700203db7b61621c39e9c348fdd50e57278b45.

import MLX
import MLXNN

/// The linear layers of experts with low-rank adapters, one for each expert (`LoRASwitchLinear`).
public final class LoRASwitchLinear: SwitchLinear, AdaptedLayer {
    /// The layers without the adapters, quantised or not.
    let base: SwitchLinear
    @ParameterInfo(key: "lora_a") var loraA: MLXArray
    @ParameterInfo(key: "lora_b") var loraB: MLXArray
    /// The factor of the updates.
    public let scale: Double

    /// Layers with adapters on top.
    public init(_ base: SwitchLinear, _ update: LowRankUpdate) {
        self.base = base
        scale = update.scale
        _loraA.wrappedValue = update.a
        _loraB.wrappedValue = update.b
        super.init(weight: base.weight, bias: base.bias)
    }

    public override var inputDims: Int { base.inputDims }

    public override func callAsFunction(
        _ x: MLXArray, _ indices: MLXArray, sortedIndices: Bool = false
    ) -> MLXArray {
        let y = base(x, indices, sortedIndices: sortedIndices)
        let inner = gatherMM(
            x, loraA.swappedAxes(-1, -2), rhsIndices: indices, sortedIndices: sortedIndices)
        let z = gatherMM(
            inner, loraB.swappedAxes(-1, -2), rhsIndices: indices, sortedIndices: sortedIndices)
        return y + (scale * z).asType(x.dtype)
    }

    public func fused(dequantize: Bool) -> Module {
        let quantized = base as? QuantizedSwitchLinear
        let weight =
            quantized.map {
                dequantized(
                    $0.weight, scales: $0.scales, biases: $0.biases, groupSize: $0.groupSize,
                    bits: $0.bits, mode: $0.mode)
            } ?? base.weight
        let delta = matmul(scale * loraB, loraA.reshaped(numExperts, -1, base.inputDims))
        let fused = SwitchLinear(weight: weight + delta.asType(weight.dtype), bias: bias)
        guard let quantized, !dequantize else { return fused }
        return fused.toQuantized(
            groupSize: quantized.groupSize, bits: quantized.bits, mode: quantized.mode)
    }
}
