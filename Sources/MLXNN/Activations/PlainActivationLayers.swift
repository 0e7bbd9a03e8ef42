import MLX

// The activation layers of `mlx.nn` that have no constants. Each keeps the shape of its input.

/// ``sigmoid(_:)`` as a layer (`nn.Sigmoid`).
open class Sigmoid: Module, UnaryLayer {
    /// The activation of `x`.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe { sigmoid(x) }
    }
}

/// ``mish(_:)`` as a layer (`nn.Mish`).
open class Mish: Module, UnaryLayer {
    /// The activation of `x`.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe { mish(x) }
    }
}

/// ``relu(_:)`` as a layer (`nn.ReLU`).
open class ReLU: Module, UnaryLayer {
    /// The activation of `x`.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe { relu(x) }
    }
}

/// ``relu6(_:)`` as a layer (`nn.ReLU6`).
open class ReLU6: Module, UnaryLayer {
    /// The activation of `x`.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe { relu6(x) }
    }
}

/// ``reluSquared(_:)`` as a layer (`nn.ReLU2`).
open class ReLUSquared: Module, UnaryLayer {
    /// The activation of `x`.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe { reluSquared(x) }
    }
}

/// ``softplus(_:)`` as a layer (`nn.Softplus`).
open class Softplus: Module, UnaryLayer {
    /// The activation of `x`.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe { softplus(x) }
    }
}

/// ``softsign(_:)`` as a layer (`nn.Softsign`).
open class Softsign: Module, UnaryLayer {
    /// The activation of `x`.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe { softsign(x) }
    }
}

/// ``silu(_:)`` as a layer (`nn.SiLU`).
open class SiLU: Module, UnaryLayer {
    /// The activation of `x`.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe { silu(x) }
    }
}

/// ``logSigmoid(_:)`` as a layer (`nn.LogSigmoid`).
open class LogSigmoid: Module, UnaryLayer {
    /// The activation of `x`.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe { logSigmoid(x) }
    }
}

/// ``hardSwish(_:)`` as a layer (`nn.Hardswish`).
open class HardSwish: Module, UnaryLayer {
    /// The activation of `x`.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe { hardSwish(x) }
    }
}

/// ``selu(_:)`` as a layer (`nn.SELU`).
open class SELU: Module, UnaryLayer {
    /// The activation of `x`.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe { selu(x) }
    }
}

/// The hyperbolic tangent as a layer (`nn.Tanh`).
open class Tanh: Module, UnaryLayer {
    /// The activation of `x`.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe { MLX.tanh(x) }
    }
}
