// Ported from mlx_lm/models/switch_layers.py, mlx-lm 0.32.2, MIT,
// sha256 438e000aa28c69f1ec9b0862e015355c36ef033d7f4bbabada577792b4217673.

import MLX
import MLXNN

extension MLXLM {
    /// A gated feed-forward network for each expert, of which each token takes some (`SwitchGLU`).
    public final class SwitchGLU: Module {
        @ModuleInfo(key: "gate_proj") public var gateProj: SwitchLinear
        @ModuleInfo(key: "up_proj") public var upProj: SwitchLinear
        @ModuleInfo(key: "down_proj") public var downProj: SwitchLinear
        /// What is between the projections.
        public let activation: any GatedActivation

        /// Networks that map `inputDims` features to `hiddenDims` and back.
        public init(
            _ inputDims: Int, _ hiddenDims: Int, _ numExperts: Int,
            activation: any GatedActivation = SwiGLU.shared, bias: Bool = false
        ) {
            self.activation = activation
            super.init()
            _gateProj.wrappedValue = SwitchLinear(inputDims, hiddenDims, numExperts, bias: bias)
            _upProj.wrappedValue = SwitchLinear(inputDims, hiddenDims, numExperts, bias: bias)
            _downProj.wrappedValue = SwitchLinear(hiddenDims, inputDims, numExperts, bias: bias)
        }

        /// The outputs of each token's experts.
        ///
        /// - Parameters:
        ///   - x: the tokens `[…, D]`
        ///   - indices: the experts of each token, `[…, K]`
        /// - Returns: `[…, K, D]`.
        public func callAsFunction(_ x: MLXArray, _ indices: MLXArray) -> MLXArray {
            observe {
                routedRows(x, indices, training: training) { x, indices, isSorted in
                    let up = upProj(x, indices, sortedIndices: isSorted)
                    let gate = gateProj(x, indices, sortedIndices: isSorted)
                    return downProj(activation(up, gate: gate), indices, sortedIndices: isSorted)
                }
            }
        }
    }
}
