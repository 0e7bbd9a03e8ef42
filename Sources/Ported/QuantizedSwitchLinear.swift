// Ported from mlx_vlm/models/switch_layers.py, mlx-vlm 0.7.10, MIT,
// sha256 a8b688e0c0ed37ffe88804efe287fc19998eec9686b76f981b2e2ff635f76751.

import MLX
import MLXNN

/// A ``SwitchLinear`` with quantised weights (`QuantizedSwitchLinear`).
public final class QuantizedSwitchLinear: SwitchLinear, Quantized {
    /// The scale of each group, `[experts, outputDims, inputDims / groupSize]`.
    public let scales: MLXArray
    /// The least value of each group, as ``scales``; only in the mode `affine`.
    public let biases: MLXArray?
    /// How many values share a scale.
    public let groupSize: Int
    /// How many bits a value has.
    public let bits: Int
    /// How values are coded.
    public let mode: QuantizationMode

    public override var inputDims: Int { scales.dim(2) * groupSize }

    /// Layers with uniform initial weights and biases of zeros.
    public convenience init(
        _ inputDims: Int, _ outputDims: Int, _ numExperts: Int, bias: Bool = true,
        groupSize: Int = 64, bits: Int = 4, mode: QuantizationMode = .affine
    ) {
        self.init(
            weight: initialWeights(inputDims, outputDims, numExperts),
            bias: bias ? MLXArray.zeros([numExperts, outputDims]) : nil,
            groupSize: groupSize, bits: bits, mode: mode)
    }

    /// Layers of weights that are to be quantised, `[experts, outputDims, inputDims]`.
    public init(
        weight: MLXArray, bias: MLXArray?, groupSize: Int = 64, bits: Int = 4,
        mode: QuantizationMode = .affine
    ) {
        let packed = quantized(weight, groupSize: groupSize, bits: bits, mode: mode)
        scales = packed.scales
        biases = packed.biases
        self.groupSize = groupSize
        self.bits = bits
        self.mode = mode
        super.init(weight: packed.wq, bias: bias)
        freeze(recursive: false)
    }

    /// Rows `[…, 1, inputDims]` to `[…, 1, outputDims]`, each by the layer of its expert.
    ///
    /// - Parameters:
    ///   - indices: the experts, of any integer dtype; their shape and that of the rows are broadcast
    ///   - sortedIndices: whether the experts are in ascending order
    public override func callAsFunction(
        _ x: MLXArray, _ indices: MLXArray, sortedIndices: Bool = false
    ) -> MLXArray {
        observe {
            shifted(
                gatherQuantizedMM(
                    x, weight, scales: scales, biases: biases, rhsIndices: indices, transpose: true,
                    groupSize: groupSize, bits: bits, mode: mode, sortedIndices: sortedIndices),
                indices)
        }
    }
}
