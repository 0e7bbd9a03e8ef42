// Ported from mlx_vlm/models/mla.py, mlx-vlm 0.7.10, MIT,
// sha256 da01333e57a5ba76b778a779e8e98724f48de1fffd24f6353d58bc846ba19bbf.

import MLX
import MLXNN

/// A linear layer for each head of latent attention (`MultiLinear`).
open class MultiLinear: Module, Quantizable {
    /// `[heads, outputDims, inputDims]`.
    public let weight: MLXArray

    /// Layers with uniform initial weights.
    public init(_ inputDims: Int, _ outputDims: Int, _ numHeads: Int) {
        weight = initialWeights(inputDims, outputDims, numHeads)
    }

    /// Layers with the given weights, `[heads, outputDims, inputDims]`.
    public init(weight: MLXArray) {
        self.weight = weight
    }

    /// Each head's rows `[…, heads, L, inputDims]` to `[…, heads, L, outputDims]`.
    ///
    /// - Parameter transpose: false for the way back, from `outputDims` to `inputDims`
    open func callAsFunction(_ x: MLXArray, transpose: Bool = true) -> MLXArray {
        observe { matmul(x, transpose ? weight.swappedAxes(-1, -2) : weight) }
    }

    /// The same layers with quantised weights.
    open func toQuantized(groupSize: Int, bits: Int, mode: QuantizationMode) -> Module {
        QuantizedMultiLinear(weight: weight, groupSize: groupSize, bits: bits, mode: mode)
    }
}

/// A ``MultiLinear`` with quantised weights (`QuantizedMultiLinear`).
public final class QuantizedMultiLinear: MultiLinear, Quantized {
    /// The scale of each group, `[heads, outputDims, inputDims / groupSize]`.
    public let scales: MLXArray
    /// The least value of each group, as ``scales``; only in the mode `affine`.
    public let biases: MLXArray?
    /// How many values share a scale.
    public let groupSize: Int
    /// How many bits a value has.
    public let bits: Int
    /// How values are coded.
    public let mode: QuantizationMode

    /// Layers of weights that are to be quantised, `[heads, outputDims, inputDims]`.
    public init(weight: MLXArray, groupSize: Int, bits: Int, mode: QuantizationMode) {
        let packed = quantized(weight, groupSize: groupSize, bits: bits, mode: mode)
        scales = packed.scales
        biases = packed.biases
        self.groupSize = groupSize
        self.bits = bits
        self.mode = mode
        super.init(weight: packed.wq)
        freeze(recursive: false)
    }

    public override func callAsFunction(_ x: MLXArray, transpose: Bool = true) -> MLXArray {
        observe {
            quantizedMM(
                x, weight, scales: scales, biases: biases, transpose: transpose,
                groupSize: groupSize, bits: bits, mode: mode)
        }
    }
}

/// Up to how many queries latent attention computes faster on the latents themselves than on the
/// keys and values made of them (`max_absorbed_queries`); at least 1.
///
/// - Parameters:
///   - kvLoraRank: the size of a latent
///   - qkNopeHeadDim: the size of a head's key without its rotary part
///   - vHeadDim: the size of a head's value
///   - cacheLen: how many latents there are; nil for very many
public func maxAbsorbedQueries(
    _ kvLoraRank: Int, _ qkNopeHeadDim: Int, _ vHeadDim: Int, _ cacheLen: Int? = nil
) -> Int {
    let headDims = qkNopeHeadDim + vHeadDim
    var denominator = Double(2 * kvLoraRank - headDims)
    if let cacheLen, cacheLen > 0 {
        denominator += Double(kvLoraRank * headDims) / Double(cacheLen)
    }
    return denominator <= 0 ? 1 : max(1, Int(Double(kvLoraRank * headDims) / denominator))
}

/// How many latents a cache has returned, `[…, length, D]` (`latent_length`).
public func latentLength(_ kvLatent: MLXArray) -> Int {
    kvLatent.dim(-2)
}
