// Ported from mlx_lm/models/activations.py (`swiglu_oai`, `SwigluOAI`), mlx-lm 0.32.2, MIT,
// sha256 6f7d756897deb322af4fe98e040df76e9358a91d76521e51f14d734fdd0fb05f.

import MLX
import MLXNN
import Synchronization

/// The activation compiled once for each pair of its numbers, as Python's would be.
private let compiledSwigluOAI = Mutex<
    [[Double]: @Sendable (MLXArray, MLXArray) -> MLXArray]
>([:])

extension MLXLM {
    /// `(x + 1) * gate * sigmoid(alpha * gate)`, the gate clipped from above and `x` on both sides,
    /// compiled into one kernel; all of one shape.
    public static func swigluOAI(
        _ gate: MLXArray, _ x: MLXArray, alpha: Double = 1.702, limit: Double = 7
    ) -> MLXArray {
        let function = compiledSwigluOAI.withLock { functions in
            if let known = functions[[alpha, limit]] { return known }
            let new = compile(shapeless: true) { (gate: MLXArray, x: MLXArray) in
                let gate = minimum(gate, limit)
                let x = clip(x, min: -limit, max: limit)
                return (x + 1.0) * (gate * sigmoid(alpha * gate))
            }
            functions[[alpha, limit]] = new
            return new
        }
        return function(gate, x)
    }

    /// `swigluOAI` as a module (`SwigluOAI`).
    public final class SwigluOAI: Module, GatedActivation {
        let _alpha: Double
        let _limit: Double

        /// The activation with the slope of its gate and the bound of both sides.
        public init(alpha: Double = 1.702, limit: Double = 7) {
            _alpha = alpha
            _limit = limit
        }

        /// The hidden values of the projections `x` and `gate`, all of one shape.
        public func callAsFunction(_ x: MLXArray, gate: MLXArray) -> MLXArray {
            observe { MLXLM.swigluOAI(gate, x, alpha: _alpha, limit: _limit) }
        }
    }
}
