internal import CMLX

// Convolutions. Channels are the last axis of inputs and weights; weights are
// `[outputs, kernel…, inputs / groups]`.

/// A convolution over `[B, L, C]`.
///
/// Source: `mlx.core.conv1d`.
public func conv1d(
    _ array: MLXArray, _ weight: MLXArray, stride: Int = 1, padding: Int = 0, dilation: Int = 1,
    groups: Int = 1, stream: StreamOrDevice = .default
) -> MLXArray {
    convolved(
        array, weight, stride: CollectionOfOne(stride), padding: CollectionOfOne(padding),
        dilation: CollectionOfOne(dilation), groups: groups, stream: stream)
}

/// A convolution over `[B, H, W, C]`.
///
/// Source: `mlx.core.conv2d`.
public func conv2d(
    _ array: MLXArray, _ weight: MLXArray, stride: IntOrPair = 1, padding: IntOrPair = 0,
    dilation: IntOrPair = 1, groups: Int = 1, stream: StreamOrDevice = .default
) -> MLXArray {
    convolved(
        array, weight, stride: stride.list, padding: padding.list, dilation: dilation.list,
        groups: groups, stream: stream)
}

/// A convolution over `[B, D, H, W, C]`.
///
/// Source: `mlx.core.conv3d`.
public func conv3d(
    _ array: MLXArray, _ weight: MLXArray, stride: IntOrTriple = 1, padding: IntOrTriple = 0,
    dilation: IntOrTriple = 1, groups: Int = 1, stream: StreamOrDevice = .default
) -> MLXArray {
    convolved(
        array, weight, stride: stride.list, padding: padding.list, dilation: dilation.list,
        groups: groups, stream: stream)
}

/// A convolution over any number of spatial axes.
///
/// Source: `mlx.core.conv_general`.
public func convGeneral(
    _ array: MLXArray, _ weight: MLXArray, strides: IntOrArray = 1, padding: IntOrArray = 0,
    kernelDilation: IntOrArray = 1, inputDilation: IntOrArray = 1, groups: Int = 1,
    flip: Bool = false, stream: StreamOrDevice = .default
) -> MLXArray {
    convolved(
        array, weight, stride: strides.asArray, low: padding.asArray, high: padding.asArray,
        kernelDilation: kernelDilation.asArray, inputDilation: inputDilation.asArray,
        groups: groups, flip: flip, stream: stream)
}

/// A convolution over any number of spatial axes, with one padding before and one after.
///
/// Source: `mlx.core.conv_general`.
public func convGeneral(
    _ array: MLXArray, _ weight: MLXArray, strides: IntOrArray = 1, padding: (Int, Int),
    kernelDilation: IntOrArray = 1, inputDilation: IntOrArray = 1, groups: Int = 1,
    flip: Bool = false, stream: StreamOrDevice = .default
) -> MLXArray {
    convolved(
        array, weight, stride: strides.asArray, low: [padding.0], high: [padding.1],
        kernelDilation: kernelDilation.asArray, inputDilation: inputDilation.asArray,
        groups: groups, flip: flip, stream: stream)
}

/// A convolution over any number of spatial axes, with the paddings before and after each of them.
///
/// Source: `mlx.core.conv_general`.
public func convGeneral(
    _ array: MLXArray, _ weight: MLXArray, strides: IntOrArray = 1, padding: ([Int], [Int]),
    kernelDilation: IntOrArray = 1, inputDilation: IntOrArray = 1, groups: Int = 1,
    flip: Bool = false, stream: StreamOrDevice = .default
) -> MLXArray {
    convolved(
        array, weight, stride: strides.asArray, low: padding.0, high: padding.1,
        kernelDilation: kernelDilation.asArray, inputDilation: inputDilation.asArray,
        groups: groups, flip: flip, stream: stream)
}

/// A transposed convolution over `[B, L, C]`.
///
/// Source: `mlx.core.conv_transpose1d`.
public func convTransposed1d(
    _ array: MLXArray, _ weight: MLXArray, stride: Int = 1, padding: Int = 0, dilation: Int = 1,
    outputPadding: Int = 0, groups: Int = 1, stream: StreamOrDevice = .default
) -> MLXArray {
    convolvedTransposed(
        array, weight, stride: [stride], padding: [padding], dilation: [dilation],
        outputPadding: [outputPadding], groups: groups, stream: stream)
}

/// A transposed convolution over `[B, H, W, C]`.
///
/// Source: `mlx.core.conv_transpose2d`.
public func convTransposed2d(
    _ array: MLXArray, _ weight: MLXArray, stride: IntOrPair = 1, padding: IntOrPair = 0,
    dilation: IntOrPair = 1, outputPadding: IntOrPair = 0, groups: Int = 1,
    stream: StreamOrDevice = .default
) -> MLXArray {
    convolvedTransposed(
        array, weight, stride: stride.list, padding: padding.list, dilation: dilation.list,
        outputPadding: outputPadding.list, groups: groups, stream: stream)
}

/// A transposed convolution over `[B, D, H, W, C]`.
///
/// Source: `mlx.core.conv_transpose3d`.
public func convTransposed3d(
    _ array: MLXArray, _ weight: MLXArray, stride: IntOrTriple = 1, padding: IntOrTriple = 0,
    dilation: IntOrTriple = 1, outputPadding: IntOrTriple = 0, groups: Int = 1,
    stream: StreamOrDevice = .default
) -> MLXArray {
    convolvedTransposed(
        array, weight, stride: stride.list, padding: padding.list, dilation: dilation.list,
        outputPadding: outputPadding.list, groups: groups, stream: stream)
}

/// How much of a convolution of two sequences is given back.
public enum ConvolveMode: Sendable {
    /// All places where they overlap.
    case full
    /// As many as the longer one has.
    case same
    /// The places where they overlap entirely.
    case valid
}

/// The discrete convolution of two 1-d arrays.
///
/// Source: `mlx.core.convolve`.
public func convolve(
    _ a: some ScalarOrArray, _ b: some ScalarOrArray, mode: ConvolveMode = .full,
    stream: StreamOrDevice = .default
) -> MLXArray {
    let (a, b) = toArrays(a, b)
    guard a.ndim == 1, b.ndim == 1, a.size > 0, b.size > 0 else {
        return .failed("convolve", "shapes \(a.shape) and \(b.shape) are not 1-d, or empty")
    }
    let (input, weight) = a.size < b.size ? (b, a) : (a, b)
    let length = weight.size
    let padding =
        switch mode {
        case .full: (length - 1, length - 1)
        case .same: (length / 2, length - 1 - length / 2)
        case .valid: (0, 0)
        }
    return convGeneral(
        input.reshaped(1, -1, 1, stream: stream), weight.reshaped(1, -1, 1, stream: stream),
        padding: padding, flip: true, stream: stream
    ).reshaped(-1, stream: stream)
}

// MARK: - Calls

extension IntOrPair {
    fileprivate var list: [Int] { [first, second] }
}

extension IntOrTriple {
    fileprivate var list: [Int] { [first, second, third] }
}

private func convolved(
    _ array: MLXArray, _ weight: MLXArray, stride: some Collection<Int>,
    padding: some Collection<Int>, dilation: some Collection<Int>, groups: Int,
    stream: StreamOrDevice
) -> MLXArray {
    convolved(
        array, weight, stride: stride, low: padding, high: padding, kernelDilation: dilation,
        inputDilation: repeatElement(1, count: stride.count), groups: groups, flip: false,
        stream: stream)
}

private func convolved(
    _ array: MLXArray, _ weight: MLXArray, stride: some Collection<Int>,
    low: some Collection<Int>, high: some Collection<Int>, kernelDilation: some Collection<Int>,
    inputDilation: some Collection<Int>, groups: Int, flip: Bool, stream: StreamOrDevice
) -> MLXArray {
    withInts(stride) { stride in
        withInts(low) { low in
            withInts(high) { high in
                withInts(kernelDilation) { kernelDilation in
                    withInts(inputDilation) { inputDilation in
                        let options = cmlx_convolution(
                            stride: stride, padding_low: low, padding_high: high,
                            kernel_dilation: kernelDilation, input_dilation: inputDilation,
                            groups: Int32(clamping: groups), flip: flip)
                        return binary(array, weight) {
                            cmlx_conv_general($0, $1, options, stream.code)
                        }
                    }
                }
            }
        }
    }
}

private func convolvedTransposed(
    _ array: MLXArray, _ weight: MLXArray, stride: [Int], padding: [Int], dilation: [Int],
    outputPadding: [Int], groups: Int, stream: StreamOrDevice
) -> MLXArray {
    withInts(stride) { stride in
        withInts(padding) { padding in
            withInts(dilation) { dilation in
                withInts(outputPadding) { outputPadding in
                    let options = cmlx_transposed_convolution(
                        stride: stride, padding: padding, dilation: dilation,
                        output_padding: outputPadding, groups: Int32(clamping: groups))
                    return binary(array, weight) {
                        cmlx_conv_transpose($0, $1, options, stream.code)
                    }
                }
            }
        }
    }
}
