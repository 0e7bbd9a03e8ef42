import MLX

/// Normalises with the root mean square of the last axis (`nn.RMSNorm`).
open class RMSNorm: Module, UnaryLayer {
    /// The scale, `[dimensions]`.
    public let weight: MLXArray
    /// Added to the mean of the squares.
    public let eps: Float

    /// A layer with a scale of ones.
    public init(dimensions: Int, eps: Float = 1e-5) {
        weight = MLXArray.ones([dimensions])
        self.eps = eps
        super.init()
        requirePositive(eps: eps)
    }

    /// Sizes and options.
    open override func describeExtra(_ indent: Int) -> String {
        "(dimensions=\(weight.shape.first ?? 0), eps=\(eps))"
    }

    /// `[…, dimensions]`, normalised.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe { MLXFast.rmsNorm(x, weight: weight, eps: eps) }
    }
}

/// Normalises with mean and variance of the last axis (`nn.LayerNorm`).
open class LayerNorm: Module, UnaryLayer {
    /// Size of the last axis.
    public let dimensions: Int
    /// Added to the variance.
    public let eps: Float
    /// The scale, `[dimensions]`, if there is one.
    public let weight: MLXArray?
    /// The shift, `[dimensions]`, if there is one.
    public let bias: MLXArray?

    /// A layer with a scale of ones and a shift of zeros.
    ///
    /// - Parameters:
    ///   - affine: whether there is a scale
    ///   - bias: whether there is a shift, too
    public init(dimensions: Int, eps: Float = 1e-5, affine: Bool = true, bias: Bool = true) {
        self.dimensions = dimensions
        self.eps = eps
        weight = affine ? MLXArray.ones([dimensions]) : nil
        self.bias = affine && bias ? MLXArray.zeros([dimensions]) : nil
        super.init()
        requirePositive(eps: eps)
    }

    /// Sizes and options.
    open override func describeExtra(_ indent: Int) -> String {
        "(dimensions=\(dimensions), eps=\(eps), affine=\(weight != nil))"
    }

    /// `[…, dimensions]`, normalised.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe { MLXFast.layerNorm(x, weight: weight, bias: bias, eps: eps) }
    }
}

/// Normalises each feature of each example over its positions (`nn.InstanceNorm`).
open class InstanceNorm: Module, UnaryLayer {
    /// Size of the last axis.
    public let dimensions: Int
    /// Added to the variance.
    public let eps: Float
    /// The scale, `[dimensions]`, if there is one.
    public let weight: MLXArray?
    /// The shift, `[dimensions]`, if there is one.
    public let bias: MLXArray?

    /// A layer, with a scale of ones and a shift of zeros if it is `affine`.
    public init(dimensions: Int, eps: Float = 1e-5, affine: Bool = false) {
        self.dimensions = dimensions
        self.eps = eps
        weight = affine ? MLXArray.ones([dimensions]) : nil
        bias = affine ? MLXArray.zeros([dimensions]) : nil
        super.init()
        requirePositive(eps: eps)
    }

    /// Sizes and options.
    open override func describeExtra(_ indent: Int) -> String {
        "(dimensions=\(dimensions), eps=\(eps), affine=\(weight != nil))"
    }

    /// `[B, …, dimensions]` with at least one axis of positions, normalised.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe {
            let shape = x.shape
            guard shape.count >= 3 else {
                return failure(
                    "InstanceNorm expects inputs with at least 3 dimensions but got \(shape.count)")
            }
            let (batch, features) = (shape[0], shape[shape.count - 1])
            let spatial = Array(shape[1..<(shape.count - 1)])
            let channelsFirst = x.transposed(axes: [0, shape.count - 1] + (1..<(shape.count - 1)))
            var y = MLXFast.layerNorm(
                channelsFirst.reshaped([batch, features, -1]), weight: nil, bias: nil, eps: eps)
            y = y.reshaped([batch, features] + spatial)
                .transposed(axes: [0] + (2..<(spatial.count + 2)) + [1])
            return scaledAndShifted(y, weight: weight, bias: bias)
        }
    }
}

/// Normalises groups of features over all positions (`nn.GroupNorm`).
open class GroupNorm: Module, UnaryLayer {
    /// Into how many groups the features are divided.
    public let groupCount: Int
    /// Size of the last axis.
    public let dimensions: Int
    /// Added to the variance.
    public let eps: Float
    /// Whether features are grouped in PyTorch's order.
    public let pytorchCompatible: Bool
    /// The scale, `[dimensions]`, if there is one.
    public let weight: MLXArray?
    /// The shift, `[dimensions]`, if there is one.
    public let bias: MLXArray?

    /// A layer, with a scale of ones and a shift of zeros if it is `affine`.
    public init(
        groupCount: Int, dimensions: Int, eps: Float = 1e-5, affine: Bool = true,
        pytorchCompatible: Bool = false
    ) {
        self.groupCount = groupCount
        self.dimensions = dimensions
        self.eps = eps
        self.pytorchCompatible = pytorchCompatible
        weight = affine ? MLXArray.ones([dimensions]) : nil
        bias = affine ? MLXArray.zeros([dimensions]) : nil
        super.init()
        requirePositive(eps: eps)
        if groupCount <= 0 || dimensions <= 0 || dimensions % groupCount != 0 {
            record(
                failure: "GroupNorm cannot divide \(dimensions) features into \(groupCount) groups")
        }
    }

    /// Sizes and options.
    open override func describeExtra(_ indent: Int) -> String {
        """
        (groupCount=\(groupCount), dimensions=\(dimensions), eps=\(eps), \
        affine=\(weight != nil), pytorchCompatible=\(pytorchCompatible))
        """
    }

    /// `[B, …, dimensions]`, normalised.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe {
            guard x.ndim >= 2, groupCount > 0 else {
                return failure("GroupNorm expects inputs with at least 2 dimensions")
            }
            let y = pytorchCompatible ? normalizedLikePyTorch(x) : normalized(x)
            return scaledAndShifted(y, weight: weight, bias: bias)
        }
    }

    private func normalizedLikePyTorch(_ x: MLXArray) -> MLXArray {
        let shape = x.shape
        let (batch, groupSize) = (shape[0], shape[shape.count - 1] / groupCount)
        var y = x.reshaped([batch, -1, groupCount, groupSize])
        y = y.transposed(axes: [0, 2, 1, 3]).reshaped([batch, groupCount, -1])
        y = MLXFast.layerNorm(y, weight: nil, bias: nil, eps: eps)
        y = y.reshaped([batch, groupCount, -1, groupSize])
        return y.transposed(axes: [0, 2, 1, 3]).reshaped(shape)
    }

    private func normalized(_ x: MLXArray) -> MLXArray {
        let shape = x.shape
        let y = x.reshaped([shape[0], -1, groupCount])
        let means = mean(y, axis: 1, keepDims: true)
        let variances = variance(y, axis: 1, keepDims: true)
        return ((y - means) * rsqrt(variances + eps.asPythonDouble)).reshaped(shape)
    }
}

/// `weight * x + bias`, or `x` if there is no scale.
func scaledAndShifted(_ x: MLXArray, weight: MLXArray?, bias: MLXArray?) -> MLXArray {
    guard let weight, let bias else { return x }
    return weight * x + bias
}

extension Module {
    /// Reports an `eps` that Python's layers refuse.
    func requirePositive(eps: Float) {
        if !(eps > 0) { record(failure: "\(type(of: self)): eps must be positive but is \(eps)") }
    }
}
