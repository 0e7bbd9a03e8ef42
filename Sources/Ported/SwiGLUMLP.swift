// Ported from mlx_vlm/models/mlp.py, mlx-vlm 0.7.10, MIT,
// sha256 e5413aa08a61ee26ab3bf70fac9aeef2ac9c13342e2a4507c2e7cc908a3273e7.

import MLX
import MLXNN

/// A gated feed-forward network of sizes that the caller gives (`SwiGLUMLP`).
public final class SwiGLUMLP: Module, UnaryLayer {
    @ModuleInfo(key: "gate_proj") var gateProj: Linear
    @ModuleInfo(key: "up_proj") var upProj: Linear
    @ModuleInfo(key: "down_proj") var downProj: Linear

    /// A network that maps `dim` features to `hiddenDim` and back.
    public init(_ dim: Int, _ hiddenDim: Int, bias: Bool = false) {
        super.init()
        _gateProj.wrappedValue = Linear(dim, hiddenDim, bias: bias)
        _upProj.wrappedValue = Linear(dim, hiddenDim, bias: bias)
        _downProj.wrappedValue = Linear(hiddenDim, dim, bias: bias)
    }

    /// The network's output for `x` `[…, D]`, of the same shape.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe { downProj(swiglu(gateProj(x), upProj(x))) }
    }
}

/// The feed-forward network of DeepSeek's models, of the sizes of their configuration or others
/// (`DeepseekMLP`).
public final class DeepseekMLP: Module, UnaryLayer {
    @ModuleInfo(key: "gate_proj") var gateProj: Linear
    @ModuleInfo(key: "up_proj") var upProj: Linear
    @ModuleInfo(key: "down_proj") var downProj: Linear

    /// A network that maps `hiddenSize` features to `intermediateSize` and back.
    public init(hiddenSize: Int, intermediateSize: Int) {
        super.init()
        _gateProj.wrappedValue = Linear(hiddenSize, intermediateSize, bias: false)
        _upProj.wrappedValue = Linear(hiddenSize, intermediateSize, bias: false)
        _downProj.wrappedValue = Linear(intermediateSize, hiddenSize, bias: false)
    }

    /// The network's output for `x` `[…, D]`, of the same shape.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe { downProj(swiglu(gateProj(x), upProj(x))) }
    }
}
