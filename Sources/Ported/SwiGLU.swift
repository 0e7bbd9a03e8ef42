// Ported from mlx_vlm/models/switch_layers.py, mlx-vlm 0.7.10, MIT,
// sha256 a8b688e0c0ed37ffe88804efe287fc19998eec9686b76f981b2e2ff635f76751.

import MLX
import MLXNN

/// The activation of a gated feed-forward network as a module.
public protocol GatedActivation: Module {
    /// The hidden values of the projections `x` and `gate`, all of one shape.
    func callAsFunction(_ x: MLXArray, gate: MLXArray) -> MLXArray
}

/// `silu(gate) * x` as a module (`SwiGLU`).
public final class SwiGLU: Module, GatedActivation {
    /// The one that all networks without an activation of their own hold, as in Python, where the
    /// default of an argument is made once.
    nonisolated(unsafe) public static let shared = shareable(SwiGLU())

    /// The activation.
    public override init() {}

    /// `silu(gate) * x`, of the shape of both.
    public func callAsFunction(_ x: MLXArray, gate: MLXArray) -> MLXArray {
        observe { swiglu(gate, x) }
    }
}
