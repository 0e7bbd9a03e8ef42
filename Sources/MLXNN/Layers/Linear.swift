import MLX

/// Gives back what it gets (`nn.Identity`).
open class Identity: Module, UnaryLayer {
    /// `x`.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe { x }
    }
}

/// `x Wᵀ + b` (`nn.Linear`).
open class Linear: Module, UnaryLayer, Quantizable {
    /// `[outputDimensions, inputDimensions]`.
    public let weight: MLXArray
    /// `[outputDimensions]`, if there is a bias.
    public let bias: MLXArray?

    /// Output and input dimensions.
    open var shape: (Int, Int) { weight.leadingSizes }

    /// A layer with uniform initial values.
    public init(_ inputDimensions: Int, _ outputDimensions: Int, bias: Bool = true) {
        weight = uniformValues([outputDimensions, inputDimensions], fanIn: inputDimensions)
        self.bias = bias ? uniformValues([outputDimensions], fanIn: inputDimensions) : nil
    }

    /// A layer with uniform initial values.
    public convenience init(inputDimensions: Int, outputDimensions: Int, bias: Bool = true) {
        self.init(inputDimensions, outputDimensions, bias: bias)
    }

    /// A layer with the given values.
    public init(weight: MLXArray, bias: MLXArray? = nil) {
        self.weight = weight
        self.bias = bias
    }

    /// Sizes and options.
    open override func describeExtra(_ indent: Int) -> String {
        let (outputDimensions, inputDimensions) = shape
        return """
            (inputDimensions=\(inputDimensions), outputDimensions=\(outputDimensions), \
            bias=\(bias != nil))
            """
    }

    /// `[…, inputDimensions]` to `[…, outputDimensions]`.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe {
            if let bias {
                addMM(bias, x, weight.T)
            } else {
                matmul(x, weight.T)
            }
        }
    }

    /// The same layer with a quantised weight.
    open func toQuantized(groupSize: Int, bits: Int, mode: QuantizationMode) -> Module {
        QuantizedLinear(self, groupSize: groupSize, bits: bits, mode: mode)
    }
}

/// `x₁ᵀ W x₂ + b` (`nn.Bilinear`).
open class Bilinear: Module {
    /// `[outputDimensions, inputDimensions2, inputDimensions1]`.
    public let weight: MLXArray
    /// `[outputDimensions]`, if there is a bias.
    public let bias: MLXArray?

    /// A layer with uniform initial values.
    public init(
        _ inputDimensions1: Int, _ inputDimensions2: Int, _ outputDimensions: Int, bias: Bool = true
    ) {
        weight = uniformValues(
            [outputDimensions, inputDimensions2, inputDimensions1], fanIn: inputDimensions1)
        self.bias = bias ? uniformValues([outputDimensions], fanIn: inputDimensions1) : nil
    }

    /// Sizes and options.
    open override func describeExtra(_ indent: Int) -> String {
        let sizes = weight.shape
        guard sizes.count == 3 else { return "(\(sizes))" }
        return """
            (inputDimensions1=\(sizes[2]), inputDimensions2=\(sizes[1]), \
            outputDimensions=\(sizes[0]), bias=\(bias != nil))
            """
    }

    /// `[…, inputDimensions1]` and `[…, inputDimensions2]` to `[…, outputDimensions]`.
    open func callAsFunction(_ x1: MLXArray, _ x2: MLXArray) -> MLXArray {
        observe {
            let sizes = weight.shape
            guard sizes.count == 3 else {
                return failure(
                    "Bilinear expects a weight of 3 dimensions but it has \(sizes.count)")
            }
            let (out, in2, in1) = (sizes[0], sizes[1], sizes[2])
            let outputShape = x1.shape.dropLast() + [out]
            let x1 = x1.reshaped([-1, in1])
            let x2 = x2.reshaped([-1, 1, in2])

            let w = weight.reshaped([out * in2, in1])
            var y = matmul(x1, w.T)
            y = y.reshaped([-1, out, in2]).swappedAxes(-2, -1)
            y = matmul(x2, y)
            y = y.squeezed(axis: 1)
            y = y.reshaped(outputShape)
            if let bias {
                y = y + bias
            }
            return y
        }
    }
}
