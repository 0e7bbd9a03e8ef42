import MLX

// The functions of `mlx.nn.layers.activations`, in Python's order and form of operations. Each
// takes an array of any shape and gives one of the same shape; integers become float32 where the
// formula needs fractions, other dtypes stay. A number that Python writes in front of an array comes
// behind it: `1 + x` is `x.__radd__(1)`, which the engine sees as `x + 1`.

/// `sigmoid(x) = 1 / (1 + exp(-x))`.
public func sigmoid(_ x: MLXArray) -> MLXArray {
    compiledSigmoid(x)
}
private let compiledSigmoid = activation { MLX.sigmoid($0) }

/// `max(x, 0)`.
public func relu(_ x: MLXArray) -> MLXArray {
    compiledRelu(x)
}
private let compiledRelu = activation { maximum($0, 0) }

/// `max(x, 0)²` (`nn.relu2`).
public func reluSquared(_ x: MLXArray) -> MLXArray {
    compiledReluSquared(x)
}
private let compiledReluSquared = activation { square(maximum($0, 0)) }

/// `min(max(x, 0), 6)`.
public func relu6(_ x: MLXArray) -> MLXArray {
    compiledRelu6(x)
}
private let compiledRelu6 = activation { minimum(maximum($0, 0), 6.0) }

/// `max(negativeSlope * x, x)`.
public func leakyRelu(_ x: MLXArray, negativeSlope: Float = 0.01) -> MLXArray {
    compiledLeakyRelu(x, negativeSlope)
}
private let compiledLeakyRelu = ParameterizedActivation<Float> { x, slope in
    maximum(x * slope.asPythonDouble, x)
}

/// `x - log Σ exp(x)` along an axis, shifted by the maximum first.
public func logSoftmax(_ x: MLXArray, axis: Int = -1) -> MLXArray {
    compiledLogSoftmax(x, axis)
}
private let compiledLogSoftmax = ParameterizedActivation<Int> { x, axis in
    let x = x - stopGradient(MLX.max(x, axis: axis, keepDims: true))
    return x - logSumExp(x, axis: axis, keepDims: true)
}

/// `x` where positive, else `alpha * (exp(x) - 1)`.
public func elu(_ x: MLXArray, alpha: Float = 1.0) -> MLXArray {
    compiledElu(x, alpha)
}
private let compiledElu = ParameterizedActivation<Float> { x, alpha in
    which(x .> 0, x, (MLX.exp(x) - 1) * alpha.asPythonDouble)
}

/// `log(1 + exp(x))`.
public func softplus(_ x: MLXArray) -> MLXArray {
    compiledSoftplus(x)
}
private let compiledSoftplus = activation { logAddExp($0, 0) }

/// `x / (1 + |x|)`.
public func softsign(_ x: MLXArray) -> MLXArray {
    compiledSoftsign(x)
}
private let compiledSoftsign = activation { divide($0, MLX.abs($0) + 1) }

/// `x` moved towards zero by `lambda`, zero within it.
public func softshrink(_ x: MLXArray, lambda: Float = 0.5) -> MLXArray {
    compiledSoftshrink(x, lambda)
}
private let compiledSoftshrink = ParameterizedActivation<Float> { x, lambda in
    let lambda = lambda.asPythonDouble
    return which(MLX.abs(x) .> lambda, x - sign(x) * lambda, 0)
}

/// `max(x, 0) + alpha * (exp(min(x, 0) / alpha) - 1)`.
public func celu(_ x: MLXArray, alpha: Float = 1.0) -> MLXArray {
    compiledCelu(x, alpha)
}
private let compiledCelu = ParameterizedActivation<Float> { x, alpha in
    let alpha = alpha.asPythonDouble
    return maximum(x, 0.0) + (MLX.exp(minimum(x, 0.0) / alpha) - 1) * alpha
}

/// `x * sigmoid(x)`.
public func silu(_ x: MLXArray) -> MLXArray {
    compiledSilu(x)
}
private let compiledSilu = activation { $0 * MLX.sigmoid($0) }

/// `-softplus(-x)`.
public func logSigmoid(_ x: MLXArray) -> MLXArray {
    compiledLogSigmoid(x)
}
private let compiledLogSigmoid = activation { -softplus(-$0) }

/// `x * Φ(x)` with the normal distribution's cumulative function.
public func gelu(_ x: MLXArray) -> MLXArray {
    compiledGelu(x)
}
private let compiledGelu = activation { $0 * (erf($0 / 2.0.squareRoot()) + 1) / 2 }

/// ``gelu(_:)`` approximated with a hyperbolic tangent (`nn.gelu_approx`).
public func geluApproximate(_ x: MLXArray) -> MLXArray {
    compiledGeluApproximate(x)
}
private let compiledGeluApproximate = activation { x in
    let cubic = x + x ** 3 * 0.044715
    return x * 0.5 * (MLX.tanh(cubic * (2 / Double.pi).squareRoot()) + 1)
}

/// ``gelu(_:)`` approximated with a logistic function (`nn.gelu_fast_approx`).
public func geluFastApproximate(_ x: MLXArray) -> MLXArray {
    compiledGeluFastApproximate(x)
}
private let compiledGeluFastApproximate = activation { $0 * MLX.sigmoid($0 * 1.702) }

/// The first half of an axis times the sigmoid of the second: half as long along that axis.
public func glu(_ x: MLXArray, axis: Int = -1) -> MLXArray {
    let halves = split(x, parts: 2, axis: axis)
    guard halves.count == 2 else { return x }
    return halves[0] * MLX.sigmoid(halves[1])
}

/// 1 where `x` is at least `threshold`, else 0; int32.
public func step(_ x: MLXArray, threshold: Float = 0.0) -> MLXArray {
    compiledStep(x, threshold)
}
private let compiledStep = ParameterizedActivation<Float> { x, threshold in
    which(x .>= threshold.asPythonDouble, 1, 0)
}

/// `1.0507 * elu(x)` with alpha 1.67326.
public func selu(_ x: MLXArray) -> MLXArray {
    compiledSelu(x)
}
private let compiledSelu = activation { elu($0, alpha: 1.67326) * 1.0507 }

/// `max(0, x) + alpha * min(0, x)` with an array of slopes.
public func prelu(_ x: MLXArray, alpha: MLXArray) -> MLXArray {
    compiledPrelu(x, alpha)
}
private let compiledPrelu: @Sendable (MLXArray, MLXArray) -> MLXArray =
    compile(shapeless: true) { x, alpha in
        maximum(0, x) + alpha * minimum(0, x)
    }

/// `x * tanh(softplus(x))`.
public func mish(_ x: MLXArray) -> MLXArray {
    compiledMish(x)
}
private let compiledMish = activation { $0 * MLX.tanh(softplus($0)) }

/// `x * min(max(x + 3, 0), 6) / 6`.
public func hardSwish(_ x: MLXArray) -> MLXArray {
    compiledHardSwish(x)
}
private let compiledHardSwish = activation { $0 * minimum(maximum($0 + 3, 0), 6) / 6 }

/// `x` cut to a range.
public func hardTanH(_ x: MLXArray, min: Float = -1, max: Float = 1) -> MLXArray {
    compiledHardTanH(x, [min, max])
}
private let compiledHardTanH = ParameterizedActivation<[Float]> { x, range in
    minimum(maximum(x, range[0].asPythonDouble), range[1].asPythonDouble)
}

/// `x` where its magnitude is above `lambda`, else 0.
public func hardShrink(_ x: MLXArray, lambda: Float = 0.5) -> MLXArray {
    compiledHardShrink(x, lambda)
}
private let compiledHardShrink = ParameterizedActivation<Float> { x, lambda in
    which(MLX.abs(x) .> lambda.asPythonDouble, x, 0)
}

/// `softmax(-x)` along an axis.
public func softmin(_ x: MLXArray, axis: Int = -1) -> MLXArray {
    compiledSoftmin(x, axis)
}
private let compiledSoftmin = ParameterizedActivation<Int> { x, axis in
    MLX.softmax(-x, axis: axis)
}
