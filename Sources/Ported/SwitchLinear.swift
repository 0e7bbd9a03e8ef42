// Ported from mlx_vlm/models/switch_layers.py, mlx-vlm 0.7.10, MIT,
// sha256 a8b688e0c0ed37ffe88804efe287fc19998eec9686b76f981b2e2ff635f76751.

import MLX
import MLXNN

/// As many linear layers as there are experts, of which each row takes one (`SwitchLinear`).
///
/// The engine's processor kernel takes float32 only.
open class SwitchLinear: Module, Quantizable {
    /// `[experts, outputDims, inputDims]`.
    public let weight: MLXArray
    /// `[experts, outputDims]`, if there is a bias.
    public let bias: MLXArray?

    /// The length of a row that goes in.
    open var inputDims: Int { weight.dim(2) }
    /// The length of a row that comes out.
    open var outputDims: Int { weight.dim(1) }
    /// How many experts there are.
    open var numExperts: Int { weight.dim(0) }

    /// Layers with uniform initial weights and biases of zeros.
    public init(_ inputDims: Int, _ outputDims: Int, _ numExperts: Int, bias: Bool = true) {
        weight = initialWeights(inputDims, outputDims, numExperts)
        self.bias = bias ? MLXArray.zeros([numExperts, outputDims]) : nil
    }

    /// Layers with the given values.
    public init(weight: MLXArray, bias: MLXArray? = nil) {
        self.weight = weight
        self.bias = bias
    }

    /// Rows `[…, 1, inputDims]` to `[…, 1, outputDims]`, each by the layer of its expert.
    ///
    /// - Parameters:
    ///   - indices: the experts, of any integer dtype; their shape and that of the rows are broadcast
    ///   - sortedIndices: whether the experts are in ascending order
    open func callAsFunction(_ x: MLXArray, _ indices: MLXArray, sortedIndices: Bool = false)
        -> MLXArray
    {
        observe {
            shifted(
                gatherMM(
                    x, weight.swappedAxes(-1, -2), rhsIndices: indices,
                    sortedIndices: sortedIndices),
                indices)
        }
    }

    /// The result with each expert's bias added.
    final func shifted(_ x: MLXArray, _ indices: MLXArray) -> MLXArray {
        guard let bias else { return x }
        return x + expandedDimensions(bias[indices], axis: -2)
    }

    /// The same layers with quantised weights.
    open func toQuantized(groupSize: Int, bits: Int, mode: QuantizationMode) -> Module {
        QuantizedSwitchLinear(
            weight: weight, bias: bias, groupSize: groupSize, bits: bits, mode: mode)
    }
}

/// Uniform values in ±`√(1 / inputDims)`, `[experts, outputDims, inputDims]`.
func initialWeights(_ inputDims: Int, _ outputDims: Int, _ numExperts: Int) -> MLXArray {
    let limit = (1 / Double(max(inputDims, 1))).squareRoot()
    return MLXRandom.uniform(
        low: Float(-limit), high: Float(limit), [numExperts, outputDims, inputDims])
}
