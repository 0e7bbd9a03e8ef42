import MLX

/// A transposed convolution over one axis of positions (`nn.ConvTranspose1d`).
open class ConvTransposed1d: Module, UnaryLayer {
    /// `[outputChannels, kernelSize, inputChannels / groups]`.
    public let weight: MLXArray
    /// `[outputChannels]`, if there is a bias.
    public let bias: MLXArray?
    /// What is cut from the output's ends.
    public let padding: Int
    /// Distance of the kernel's positions.
    public let dilation: Int
    /// What is added behind the output.
    public let outputPadding: Int
    /// Distance of the inputs' positions in the output.
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
        outputPadding: Int = 0,
        dilation: Int = 1,
        groups: Int = 1,
        bias: Bool = true
    ) {
        weight = kernel(
            [kernelSize],
            inputChannels: inputChannels, outputChannels: outputChannels, groups: groups)
        self.bias = bias ? MLXArray.zeros([outputChannels]) : nil
        self.padding = padding
        self.dilation = dilation
        self.outputPadding = outputPadding
        self.stride = stride
        self.groups = groups
    }

    /// `[B, L, inputChannels]` to `[B, L', outputChannels]`.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe {
            let y = convTransposed1d(
                x, weight, stride: stride, padding: padding,
                dilation: dilation, outputPadding: outputPadding, groups: groups)
            return shifted(y, by: bias)
        }
    }
}

/// A transposed convolution over two axes of positions (`nn.ConvTranspose2d`).
open class ConvTransposed2d: Module, UnaryLayer {
    /// `[outputChannels, kernelHeight, kernelWidth, inputChannels / groups]`.
    public let weight: MLXArray
    /// `[outputChannels]`, if there is a bias.
    public let bias: MLXArray?
    /// What is cut from the output's ends.
    public let padding: (Int, Int)
    /// Distance of the kernel's positions.
    public let dilation: (Int, Int)
    /// What is added behind the output.
    public let outputPadding: (Int, Int)
    /// Distance of the inputs' positions in the output.
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
        outputPadding: IntOrPair = 0,
        dilation: IntOrPair = 1,
        groups: Int = 1,
        bias: Bool = true
    ) {
        weight = kernel(
            [kernelSize.first, kernelSize.second],
            inputChannels: inputChannels, outputChannels: outputChannels, groups: groups)
        self.bias = bias ? MLXArray.zeros([outputChannels]) : nil
        self.padding = padding.values
        self.dilation = dilation.values
        self.outputPadding = outputPadding.values
        self.stride = stride.values
        self.groups = groups
    }

    /// `[B, H, W, inputChannels]` to `[B, H', W', outputChannels]`.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe {
            let y = convTransposed2d(
                x, weight, stride: .init(stride), padding: .init(padding),
                dilation: .init(dilation), outputPadding: .init(outputPadding), groups: groups)
            return shifted(y, by: bias)
        }
    }
}

/// A transposed convolution over three axes of positions (`nn.ConvTranspose3d`).
open class ConvTransposed3d: Module, UnaryLayer {
    /// `[outputChannels, kernelDepth, kernelHeight, kernelWidth, inputChannels / groups]`.
    public let weight: MLXArray
    /// `[outputChannels]`, if there is a bias.
    public let bias: MLXArray?
    /// What is cut from the output's ends.
    public let padding: (Int, Int, Int)
    /// Distance of the kernel's positions.
    public let dilation: (Int, Int, Int)
    /// What is added behind the output.
    public let outputPadding: (Int, Int, Int)
    /// Distance of the inputs' positions in the output.
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
        outputPadding: IntOrTriple = 0,
        dilation: IntOrTriple = 1,
        groups: Int = 1,
        bias: Bool = true
    ) {
        weight = kernel(
            [kernelSize.first, kernelSize.second, kernelSize.third],
            inputChannels: inputChannels, outputChannels: outputChannels, groups: groups)
        self.bias = bias ? MLXArray.zeros([outputChannels]) : nil
        self.padding = padding.values
        self.dilation = dilation.values
        self.outputPadding = outputPadding.values
        self.stride = stride.values
        self.groups = groups
    }

    /// `[B, D, H, W, inputChannels]` to `[B, D', H', W', outputChannels]`.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe {
            let y = convTransposed3d(
                x, weight, stride: .init(stride), padding: .init(padding),
                dilation: .init(dilation), outputPadding: .init(outputPadding), groups: groups)
            return shifted(y, by: bias)
        }
    }
}
