import MLX

// The activation layers of `mlx.nn` that have constants or parameters.

/// ``glu(_:axis:)`` as a layer (`nn.GLU`).
open class GLU: Module, UnaryLayer {
    /// The axis along which it works.
    public var axis: Int

    /// A layer with the given constants; the defaults are Python's.
    public init(axis: Int = -1) {
        self.axis = axis
    }

    /// The activation of `x`.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe { glu(x, axis: axis) }
    }
}

/// Softmax along an axis as a layer (`nn.Softmax`).
open class Softmax: Module, UnaryLayer {
    /// The axis along which it works.
    public var axis: Int

    /// A layer with the given constants; the defaults are Python's.
    public init(axis: Int = -1) {
        self.axis = axis
    }

    /// The activation of `x`.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe { MLX.softmax(x, axis: axis) }
    }
}

/// ``softmin(_:axis:)`` as a layer (`nn.Softmin`).
open class Softmin: Module, UnaryLayer {
    /// The axis along which it works.
    public var axis: Int

    /// A layer with the given constants; the defaults are Python's.
    public init(axis: Int = -1) {
        self.axis = axis
    }

    /// The activation of `x`.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe { softmin(x, axis: axis) }
    }
}

/// ``logSoftmax(_:axis:)`` as a layer (`nn.LogSoftmax`).
open class LogSoftmax: Module, UnaryLayer {
    /// The axis along which it works.
    public var axis: Int

    /// A layer with the given constants; the defaults are Python's.
    public init(axis: Int = -1) {
        self.axis = axis
    }

    /// The activation of `x`.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe { logSoftmax(x, axis: axis) }
    }
}

/// ``leakyRelu(_:negativeSlope:)`` as a layer (`nn.LeakyReLU`).
open class LeakyReLU: Module, UnaryLayer {
    /// The slope for negative values.
    public var negativeSlope: Float

    /// A layer with the given constants; the defaults are Python's.
    public init(negativeSlope: Float = 0.01) {
        self.negativeSlope = negativeSlope
    }

    /// The activation of `x`.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe { leakyRelu(x, negativeSlope: negativeSlope) }
    }
}

/// ``elu(_:alpha:)`` as a layer (`nn.ELU`).
open class ELU: Module, UnaryLayer {
    /// The limit towards minus infinity, negated.
    public var alpha: Float

    /// A layer with the given constants; the defaults are Python's.
    public init(alpha: Float = 1.0) {
        self.alpha = alpha
    }

    /// The activation of `x`.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe { elu(x, alpha: alpha) }
    }
}

/// ``celu(_:alpha:)`` as a layer (`nn.CELU`).
open class CELU: Module, UnaryLayer {
    /// The limit towards minus infinity, negated.
    public var alpha: Float

    /// A layer with the given constants; the defaults are Python's.
    public init(alpha: Float = 1.0) {
        self.alpha = alpha
    }

    /// The activation of `x`.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe { celu(x, alpha: alpha) }
    }
}

/// ``softshrink(_:lambda:)`` as a layer (`nn.Softshrink`).
open class Softshrink: Module, UnaryLayer {
    /// How far values move towards zero.
    public var lambda: Float

    /// A layer with the given constants; the defaults are Python's.
    public init(lambda: Float = 0.5) {
        self.lambda = lambda
    }

    /// The activation of `x`.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe { softshrink(x, lambda: lambda) }
    }
}

/// ``hardShrink(_:lambda:)`` as a layer (`nn.HardShrink`).
open class HardShrink: Module, UnaryLayer {
    /// The magnitude up to which values become zero.
    public var lambda: Float

    /// A layer with the given constants; the defaults are Python's.
    public init(lambda: Float = 0.5) {
        self.lambda = lambda
    }

    /// The activation of `x`.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe { hardShrink(x, lambda: lambda) }
    }
}

/// ``step(_:threshold:)`` as a layer (`nn.Step`).
open class Step: Module, UnaryLayer {
    /// The least value that gives 1.
    public var threshold: Float

    /// A layer with the given constants; the defaults are Python's.
    public init(threshold: Float = 0.0) {
        self.threshold = threshold
    }

    /// The activation of `x`.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe { step(x, threshold: threshold) }
    }
}

/// ``hardTanH(_:min:max:)`` as a layer (`nn.HardTanh`).
open class HardTanh: Module, UnaryLayer {
    /// The least result.
    public var min: Float
    /// The greatest result.
    public var max: Float

    /// A layer with the given constants; the defaults are Python's.
    public init(min: Float = -1, max: Float = 1) {
        self.min = min
        self.max = max
    }

    /// The activation of `x`.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe { hardTanH(x, min: min, max: max) }
    }
}

/// ``prelu(_:alpha:)`` with learned slopes (`nn.PReLU`).
open class PReLU: Module, UnaryLayer {
    /// The slopes, `[count]`.
    public let weight: MLXArray

    /// A layer with `count` slopes of the same initial value.
    public init(count: Int = 1, value: Float = 0.25) {
        weight = MLXArray.full([count], values: MLXArray(value))
    }

    /// The activation of `x`, whose last axis is `count` long if that is not 1.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe { prelu(x, alpha: weight) }
    }
}

/// ``gelu(_:)`` or one of its approximations as a layer (`nn.GELU`).
open class GELU: Module, UnaryLayer {
    /// How the function is computed.
    public enum Approximation: Sendable {
        /// Exactly: ``gelu(_:)``.
        case none
        /// ``geluApproximate(_:)``.
        case precise
        /// ``geluApproximate(_:)``, under PyTorch's name.
        case tanh
        /// ``geluFastApproximate(_:)``.
        case fast
    }

    /// How the function is computed.
    public let approximation: Approximation

    /// A layer with the given approximation.
    public init(approximation: Approximation = .none) {
        self.approximation = approximation
    }

    /// The activation of `x`.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe {
            switch approximation {
            case .none: gelu(x)
            case .precise, .tanh: geluApproximate(x)
            case .fast: geluFastApproximate(x)
            }
        }
    }
}
