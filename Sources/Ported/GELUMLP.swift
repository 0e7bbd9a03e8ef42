// Ported from mlx_vlm/models/mlp.py, mlx-vlm 0.7.10, MIT,
// sha256 e5413aa08a61ee26ab3bf70fac9aeef2ac9c13342e2a4507c2e7cc908a3273e7.

import MLX
import MLXNN

/// Two projections with a Gaussian unit between them (`GELUMLP`).
public final class GELUMLP: Module, UnaryLayer {
    @ModuleInfo(key: "activation_fn") var activationFn: GELU
    @ModuleInfo var fc1: Linear
    @ModuleInfo var fc2: Linear

    /// A network that maps `hiddenSize` features to `intermediateSize` and back.
    public init(hiddenSize: Int, intermediateSize: Int) {
        super.init()
        _activationFn.wrappedValue = GELU(approximation: .precise)
        _fc1.wrappedValue = Linear(hiddenSize, intermediateSize)
        _fc2.wrappedValue = Linear(intermediateSize, hiddenSize)
    }

    /// The network's output for `x` `[…, D]`, of the same shape.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe {
            var x = fc1(x)
            x = activationFn(x)
            x = fc2(x)
            return x
        }
    }
}

/// The same with the fast approximation (`FastGELUMLP`).
public final class FastGELUMLP: Module, UnaryLayer {
    @ModuleInfo(key: "activation_fn") var activationFn: GELU
    @ModuleInfo var fc1: Linear
    @ModuleInfo var fc2: Linear

    /// A network that maps `hiddenSize` features to `intermediateSize` and back.
    public init(hiddenSize: Int, intermediateSize: Int) {
        super.init()
        _activationFn.wrappedValue = GELU(approximation: .fast)
        _fc1.wrappedValue = Linear(hiddenSize, intermediateSize)
        _fc2.wrappedValue = Linear(intermediateSize, hiddenSize)
    }

    /// The network's output for `x` `[…, D]`, of the same shape.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe {
            var x = activationFn(fc1(x))
            x = fc2(x)
            return x
        }
    }
}

/// The same with the approximation by the hyperbolic tangent (`TanhGELUMLP`).
public final class TanhGELUMLP: Module, UnaryLayer {
    @ModuleInfo var fc1: Linear
    @ModuleInfo var fc2: Linear
    @ModuleInfo var act: GELU

    /// A network that maps `hiddenSize` features to `intermediateSize` and back.
    public init(hiddenSize: Int, intermediateSize: Int) {
        super.init()
        _fc1.wrappedValue = Linear(hiddenSize, intermediateSize)
        _fc2.wrappedValue = Linear(intermediateSize, hiddenSize)
        _act.wrappedValue = GELU(approximation: .tanh)
    }

    /// The network's output for `x` `[…, D]`, of the same shape.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe { fc2(act(fc1(x))) }
    }
}
