// Ported from mlx_vlm/models/switch_layers.py, mlx-vlm 0.7.10, MIT,
// sha256 a8b688e0c0ed37ffe88804efe287fc19998eec9686b76f981b2e2ff635f76751.

import MLX
import MLXNN

/// A feed-forward network for each expert, of which each token takes some (`SwitchMLP`).
open class SwitchMLP: Module {
    @ModuleInfo public var fc1: SwitchLinear
    @ModuleInfo public var fc2: SwitchLinear
    /// What is between the projections.
    public let activation: any UnaryLayer

    /// The activation that all networks without one of their own hold, as in Python, where the
    /// default of an argument is made once.
    nonisolated(unsafe) public static let sharedActivation = shareable(
        GELU(approximation: .precise))

    /// Networks that map `inputDims` features to `hiddenDims` and back.
    public init(
        _ inputDims: Int, _ hiddenDims: Int, _ numExperts: Int,
        activation: any UnaryLayer = SwitchMLP.sharedActivation, bias: Bool = false
    ) {
        self.activation = activation
        super.init()
        _fc1.wrappedValue = SwitchLinear(inputDims, hiddenDims, numExperts, bias: bias)
        _fc2.wrappedValue = SwitchLinear(hiddenDims, inputDims, numExperts, bias: bias)
    }

    /// The outputs of each token's experts.
    ///
    /// - Parameters:
    ///   - x: the tokens `[…, D]`
    ///   - indices: the experts of each token, `[…, K]`
    /// - Returns: `[…, K, D]`.
    open func callAsFunction(_ x: MLXArray, _ indices: MLXArray) -> MLXArray {
        observe {
            routedRows(x, indices, training: training) { x, indices, isSorted in
                fc2(
                    activation(fc1(x, indices, sortedIndices: isSorted)), indices,
                    sortedIndices: isSorted)
            }
        }
    }
}
