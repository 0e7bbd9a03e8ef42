import MLX

/// Normalises each feature over examples and positions (`nn.BatchNorm`).
///
/// In training the statistics of the input are used and tracked, otherwise the tracked ones.
open class BatchNorm: Module, UnaryLayer {
    /// Size of the last axis.
    public let featureCount: Int
    /// Added to the variance.
    public let eps: Float
    /// The share of the new statistics in the tracked ones.
    public let momentum: Float
    /// The scale, `[featureCount]`, if there is one.
    public let weight: MLXArray?
    /// The shift, `[featureCount]`, if there is one.
    public let bias: MLXArray?

    @ParameterInfo(key: "running_mean") var runningMean: MLXArray?
    @ParameterInfo(key: "running_var") var runningVar: MLXArray?

    /// A layer.
    ///
    /// - Parameters:
    ///   - affine: whether there are a scale of ones and a shift of zeros
    ///   - trackRunningStats: whether mean and variance are tracked
    public init(
        featureCount: Int, eps: Float = 1e-5, momentum: Float = 0.1, affine: Bool = true,
        trackRunningStats: Bool = true
    ) {
        self.featureCount = featureCount
        self.eps = eps
        self.momentum = momentum
        weight = affine ? MLXArray.ones([featureCount]) : nil
        bias = affine ? MLXArray.zeros([featureCount]) : nil
        if trackRunningStats {
            _runningMean.wrappedValue = MLXArray.zeros([featureCount])
            _runningVar.wrappedValue = MLXArray.ones([featureCount])
        }
        super.init()
        requirePositive(eps: eps)
        freezeStatistics()
    }

    /// Unfreezes all but the tracked statistics, which are never trained.
    open override func unfreeze(
        recursive: Bool = true, keys: [String]? = nil, strict: Bool = false
    ) throws {
        try super.unfreeze(recursive: recursive, keys: keys, strict: strict)
        freezeStatistics()
    }

    /// Sizes and options.
    open override func describeExtra(_ indent: Int) -> String {
        """
        (featureCount=\(featureCount), eps=\(eps), momentum=\(momentum), \
        affine=\(weight != nil), trackRunningStats=\(runningMean != nil))
        """
    }

    /// `[B, featureCount]`, `[B, L, featureCount]` or `[B, H, W, featureCount]`, normalised.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe {
            let shape = x.shape
            guard (2...4).contains(shape.count) else {
                return failure("BatchNorm expects 2, 3 or 4 dimensions but got \(shape.count)")
            }
            if training, shape.dropLast().reduce(1, *) == 1 {
                return failure("BatchNorm training requires more than one value per channel")
            }
            let axes = Array(0..<(shape.count - 1))
            var mean = MLX.mean(x, axes: axes)
            var variance = MLX.variance(x, axes: axes)
            if let runningMean, let runningVar {
                if training {
                    track(mean: mean, variance: MLX.variance(x, axes: axes, ddof: 1))
                } else {
                    (mean, variance) = (runningMean, runningVar)
                }
            }
            let y = (x - mean) * rsqrt(variance + eps.asPythonDouble)
            return scaledAndShifted(y, weight: weight, bias: bias)
        }
    }

    private func track(mean: MLXArray, variance: MLXArray) {
        guard let runningMean, let runningVar else { return }
        let new = momentum.asPythonDouble
        let old = 1 - new
        runningMean._updateInternal(runningMean * old + mean * new)
        runningVar._updateInternal(runningVar * old + variance * new)
    }

    private func freezeStatistics() {
        if runningMean != nil { frozenKeys.formUnion(["running_mean", "running_var"]) }
    }
}
