import MLX

/// A convolution over one axis of positions (`nn.Conv1d`).
open class Conv1d: Module, UnaryLayer {
    /// `[outputChannels, kernelSize, inputChannels / groups]`.
    public let weight: MLXArray
    /// `[outputChannels]`, if there is a bias.
    public let bias: MLXArray?
    /// Zeros in front of and behind the input.
    public let padding: Int
    /// Distance of the kernel's positions.
    public let dilation: Int
    /// Distance of the outputs' positions.
    public let stride: Int
    /// Into how many groups the channels are divided.
    public let groups: Int

    /// A layer with uniform initial weights and a bias of zeros.
    public init(
        inputChannels: Int,
        outputChannels: Int,
        kernelSize: Int,
        stride: Int = 1,
        padding: Int = 0,
        dilation: Int = 1,
        groups: Int = 1,
        bias: Bool = true
    ) {
        weight = kernel(
            [kernelSize], inputChannels: inputChannels, outputChannels: outputChannels,
            groups: groups)
        self.bias = bias ? MLXArray.zeros([outputChannels]) : nil
        self.padding = padding
        self.dilation = dilation
        self.stride = stride
        self.groups = groups
    }

    /// `[B, L, inputChannels]` to `[B, L', outputChannels]`.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe {
            let y = conv1d(
                x, weight, stride: stride, padding: padding, dilation: dilation, groups: groups)
            return shifted(y, by: bias)
        }
    }
}

/// A convolution over two axes of positions (`nn.Conv2d`).
open class Conv2d: Module, UnaryLayer {
    /// `[outputChannels, kernelHeight, kernelWidth, inputChannels / groups]`.
    public let weight: MLXArray
    /// `[outputChannels]`, if there is a bias.
    public let bias: MLXArray?
    /// Zeros around the input.
    public let padding: (Int, Int)
    /// Distances of the kernel's positions.
    public let dilation: (Int, Int)
    /// Distances of the outputs' positions.
    public let stride: (Int, Int)
    /// Into how many groups the channels are divided.
    public let groups: Int

    /// A layer with uniform initial weights and a bias of zeros.
    public init(
        inputChannels: Int,
        outputChannels: Int,
        kernelSize: IntOrPair,
        stride: IntOrPair = 1,
        padding: IntOrPair = 0,
        dilation: IntOrPair = 1,
        groups: Int = 1,
        bias: Bool = true
    ) {
        weight = kernel(
            [kernelSize.first, kernelSize.second], inputChannels: inputChannels,
            outputChannels: outputChannels, groups: groups)
        self.bias = bias ? MLXArray.zeros([outputChannels]) : nil
        self.padding = padding.values
        self.dilation = dilation.values
        self.stride = stride.values
        self.groups = groups
    }

    /// `[B, H, W, inputChannels]` to `[B, H', W', outputChannels]`.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe {
            let y = conv2d(
                x, weight, stride: .init(stride), padding: .init(padding),
                dilation: .init(dilation), groups: groups)
            return shifted(y, by: bias)
        }
    }
}

/// A convolution over three axes of positions (`nn.Conv3d`).
open class Conv3d: Module, UnaryLayer {
    /// `[outputChannels, kernelDepth, kernelHeight, kernelWidth, inputChannels / groups]`.
    public let weight: MLXArray
    /// `[outputChannels]`, if there is a bias.
    public let bias: MLXArray?
    /// Zeros around the input.
    public let padding: (Int, Int, Int)
    /// Distances of the kernel's positions.
    public let dilation: (Int, Int, Int)
    /// Distances of the outputs' positions.
    public let stride: (Int, Int, Int)
    /// Into how many groups the channels are divided.
    public let groups: Int

    /// A layer with uniform initial weights and a bias of zeros.
    public init(
        inputChannels: Int,
        outputChannels: Int,
        kernelSize: IntOrTriple,
        stride: IntOrTriple = 1,
        padding: IntOrTriple = 0,
        dilation: IntOrTriple = 1,
        groups: Int = 1,
        bias: Bool = true
    ) {
        weight = kernel(
            [kernelSize.first, kernelSize.second, kernelSize.third], inputChannels: inputChannels,
            outputChannels: outputChannels, groups: groups)
        self.bias = bias ? MLXArray.zeros([outputChannels]) : nil
        self.padding = padding.values
        self.dilation = dilation.values
        self.stride = stride.values
        self.groups = groups
    }

    /// `[B, D, H, W, inputChannels]` to `[B, D', H', W', outputChannels]`.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe {
            let y = conv3d(
                x, weight, stride: .init(stride), padding: .init(padding),
                dilation: .init(dilation), groups: groups)
            return shifted(y, by: bias)
        }
    }
}

/// Initial weights of a convolution, `[outputChannels] + sizes + [inputChannels / groups]`.
func kernel(_ sizes: [Int], inputChannels: Int, outputChannels: Int, groups: Int) -> MLXArray {
    guard groups > 0, inputChannels % groups == 0 else {
        return failure("\(inputChannels) input channels cannot be divided into \(groups) groups")
    }
    let channels = inputChannels / groups
    return uniformValues(
        [outputChannels] + sizes + [channels], fanIn: channels * sizes.reduce(1, *))
}

/// `x + bias`, or `x` if there is no bias.
func shifted(_ x: MLXArray, by bias: MLXArray?) -> MLXArray {
    guard let bias else { return x }
    return x + bias
}
