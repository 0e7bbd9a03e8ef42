// Ported from mlx_vlm/models/interpolate.py (`bilinear_interpolate`, `resize_bilinear`, `resize_bilinear_nhwc`,
// `resize_bicubic_nhwc`, `resize_nearest_nhwc`) and mlx_vlm/models/kernels.py (`separable_interpolate`, what a machine
// without Metal runs), mlx-vlm 0.7.10, MIT,
// sha256 c5eb525fcc44d3da8f3ec2f5c574d0a3a2feff08b09c5eb9e03d6863bf17e958.

import MLX

/// A picture of another size, each of its values between the four nearest of the given one.
///
/// - Parameters:
///   - image: `[H, W]`, `[H, W, C]` or `[B, C, H, W]`
///   - newSize: the height and width of the result
///   - alignCorners: whether the first and last values keep their places
///   - antialias: whether an axis that gets shorter is blurred before
/// - Returns: the same axes in the new size. A failure of the engine where that is no picture, or a size is missing.
public func resizeBilinear(
    _ image: MLXArray, _ newSize: [Int], alignCorners: Bool = false, antialias: Bool = true
) -> MLXArray {
    guard (2...4).contains(image.ndim), isPicture(newSize), !image.shape.contains(0) else {
        return unfit("resize_bilinear", image, newSize)
    }
    // Heights and widths come first.
    var resized = image.ndim == 4 ? image.transposed(2, 3, 0, 1) : image
    if antialias {
        for axis in 0...1 where newSize[axis] < resized.dim(axis) {
            let scale = Double(newSize[axis]) / Double(resized.dim(axis))
            resized = gaussianBlur(resized, sigma: (1 / scale - 1) / 2, axis: axis)
        }
    }
    resized = bilinearInterpolate(resized, newSize, alignCorners: alignCorners)
    return image.ndim == 4 ? resized.transposed(2, 3, 0, 1) : resized
}

/// A picture of another size, by triangles over the heights and the widths as PyTorch's `interpolate` has them.
///
/// - Parameters:
///   - x: `[B, H, W, C]`
///   - newSize: the height and width of the result
///   - alignCorners: whether the first and last values keep their places
///   - antialias: whether a shorter axis is made with wider triangles
/// - Returns: `[B, height, width, C]`, `x` itself where that is its size. A failure of the engine where a size is
///   missing.
public func resizeBilinearNHWC(
    _ x: MLXArray, _ newSize: [Int], alignCorners: Bool = false, antialias: Bool = false
) -> MLXArray {
    guard x.ndim == 4, isPicture(newSize), x.dim(1) > 0, x.dim(2) > 0 else {
        return unfit("resize_bilinear_nhwc", x, newSize)
    }
    if x.shape[1...2] == newSize[...] { return x }
    let (rows, columns) = (
        Taps.bilinear(
            from: x.dim(1), to: newSize[0], alignCorners: alignCorners, antialias: antialias),
        Taps.bilinear(
            from: x.dim(2), to: newSize[1], alignCorners: alignCorners, antialias: antialias)
    )
    return separableInterpolate(x, rows, columns)
}

/// A picture of another size, by cubic convolution as PyTorch's `interpolate` has it.
///
/// - Parameters:
///   - x: `[B, H, W, C]`
///   - newSize: the height and width of the result
///   - antialias: whether a shorter axis is made with a wider kernel
/// - Returns: `[B, height, width, C]`, `x` itself where that is its size. A failure of the engine where a size is
///   missing.
public func resizeBicubicNHWC(_ x: MLXArray, _ newSize: [Int], antialias: Bool = false) -> MLXArray
{
    guard x.ndim == 4, isPicture(newSize), x.dim(1) > 0, x.dim(2) > 0 else {
        return unfit("resize_bicubic_nhwc", x, newSize)
    }
    return resizeBicubicNHWC(
        x, newSize, scales: zip(newSize, x.shape[1...2]).map { Double($0) / Double($1) },
        antialias: antialias)
}

/// The same with factors for the height and the width, of which the sizes are rounded down.
public func resizeBicubicNHWC(
    _ x: MLXArray, scaleFactor: [Double], antialias: Bool = false
) -> MLXArray {
    guard x.ndim == 4, scaleFactor.count == 2, x.dim(1) > 0, x.dim(2) > 0 else {
        return unfit("resize_bicubic_nhwc", x, scaleFactor)
    }
    let newSize = zip(x.shape[1...2], scaleFactor).compactMap { length, factor in
        Int(exactly: (Double(length) * factor).rounded(.towardZero))
    }
    guard isPicture(newSize) else { return unfit("resize_bicubic_nhwc", x, scaleFactor) }
    return resizeBicubicNHWC(x, newSize, scales: scaleFactor, antialias: antialias)
}

private func resizeBicubicNHWC(
    _ x: MLXArray, _ newSize: [Int], scales: [Double], antialias: Bool
) -> MLXArray {
    if x.shape[1...2] == newSize[...] { return x }
    func taps(_ axis: Int) -> Taps {
        antialias
            ? .antialiasedBicubic(from: x.dim(axis + 1), to: newSize[axis])
            : .bicubic(from: x.dim(axis + 1), to: newSize[axis], scale: scales[axis])
    }
    return separableInterpolate(x, taps(0), taps(1))
}

/// A picture of another size, each of its values that of the nearest place of the given one.
///
/// - Parameters:
///   - x: `[B, H, W, C]`
///   - newSize: the height and width of the result
/// - Returns: `[B, height, width, C]`. A failure of the engine where a size is missing.
public func resizeNearestNHWC(_ x: MLXArray, _ newSize: [Int]) -> MLXArray {
    guard x.ndim == 4, isPicture(newSize), x.dim(1) > 0, x.dim(2) > 0 else {
        return unfit("resize_nearest_nhwc", x, newSize)
    }
    var result = x
    for axis in 1...2 where x.dim(axis) != newSize[axis - 1] {
        let (length, newLength) = (x.dim(axis), newSize[axis - 1])
        let places = floor(MLXArray.arange(newLength) * (Double(length) / Double(newLength)))
        result = take(result, minimum(places, length - 1).asType(.int32), axis: axis)
    }
    return result
}

/// A picture of which one axis is blurred by a bell of three deviations to each side; one whose bell is narrower than
/// a place stays as it is.
private func gaussianBlur(_ image: MLXArray, sigma: Double, axis: Int) -> MLXArray {
    let radius = Int(3 * sigma)
    guard radius >= 1 else { return image }
    let x = MLXArray.arange(-radius, radius + 1)
    var kernel = exp(-(x * x) / (2 * (sigma * sigma)))
    kernel = kernel / sum(kernel)

    let widths = (0..<image.ndim).map { $0 == axis ? IntOrPair((radius, radius)) : 0 }
    let wide = padded(image, widths: widths, mode: .edge).swappedAxes(0, axis)
    var result = zeros(like: image)
    for place in 0...(2 * radius) {
        let moved = wide[place..<(place + image.dim(axis))]
        result = result + moved.swappedAxes(0, axis) * kernel[place]
    }
    return result
}

/// A picture of another size, each of its values between the four nearest of the given one.
///
/// - Parameters:
///   - image: `[H, W, …]`
///   - newSize: the height and width of the result
///   - alignCorners: whether the first and last values keep their places
/// - Returns: `[height, width, …]`. A failure of the engine where that is no picture, or a size is missing.
public func bilinearInterpolate(_ image: MLXArray, _ newSize: [Int], alignCorners: Bool = false)
    -> MLXArray
{
    guard image.ndim >= 2, isPicture(newSize), !image.shape.contains(0) else {
        return unfit("bilinear_interpolate", image, newSize)
    }
    let (height, width) = (image.dim(0), image.dim(1))
    func positions(_ length: Int, _ newLength: Int) -> MLXArray {
        if newLength == 1 { return MLXArray([0.0] as [Float]) }
        if alignCorners { return linspace(0, Float(length - 1), count: newLength) }
        return (MLXArray.arange(newLength) + 0.5) * length / newLength - 0.5
    }
    /// The places around each position, and how far it is from the first one.
    func places(_ length: Int, _ newLength: Int) -> (MLXArray, MLXArray, MLXArray) {
        let positions = positions(length, newLength)
        let before = floor(positions).asType(.int32)
        let first = clip(before, min: 0, max: length - 1)
        return (first, clip(before + 1, min: 0, max: length - 1), positions - first)
    }
    let (top, bottom, rowOffsets) = places(height, newSize[0])
    let (left, right, columnOffsets) = places(width, newSize[1])
    let channels = Array(image.shape.dropFirst(2))
    let flat = image.reshaped([-1] + channels)
    func pixels(_ rows: MLXArray, _ columns: MLXArray) -> MLXArray {
        let indices = rows[0..., .newAxis] * width + columns[.newAxis, 0...]
        return take(flat, indices.reshaped(-1), axis: 0).reshaped(newSize + channels)
    }
    let ones = Array(repeating: 1, count: channels.count)
    let r = rowOffsets.reshaped([newSize[0], 1] + ones)
    let c = columnOffsets.reshaped([1, newSize[1]] + ones)
    return (1 - r) * (1 - c) * pixels(top, left) + (1 - r) * c * pixels(top, right)
        + r * (1 - c) * pixels(bottom, left) + r * c * pixels(bottom, right)
}

/// For each place of an axis of the result the places that it is made of, and their weights.
private struct Taps {
    /// `[places, taps]`, `int32`
    let indices: MLXArray
    /// `[places, taps]`, `float32`
    let weights: MLXArray

    static func bilinear(from length: Int, to newLength: Int, alignCorners: Bool, antialias: Bool)
        -> Taps
    {
        let places = MLXArray.arange(newLength, dtype: .float32)
        let scale: Double
        var source: MLXArray
        if alignCorners {
            scale = newLength > 1 ? Double(length - 1) / Double(newLength - 1) : 0
            source = places * scale
        } else {
            scale = Double(length) / Double(newLength)
            source = (places + 0.5) * scale - 0.5
        }
        guard antialias, scale > 1 else {
            source = maximum(source, 0.0)
            let base = floor(source)
            let offset = source - base
            let taps = base[0..., .newAxis] + MLXArray.arange(2, dtype: .float32)[.newAxis, 0...]
            return Taps(
                indices: clip(taps.asType(.int32), min: 0, max: length - 1),
                weights: stacked([1.0 - offset, offset], axis: 1))
        }
        let first = maximum(floor(source - scale + 1), 0)
        let last = minimum(floor(source + scale), length - 1)
        let count = Int((2 * scale).rounded(.up))
        let taps = first[0..., .newAxis] + MLXArray.arange(count, dtype: .float32)[.newAxis, 0...]
        var weights = maximum(0.0, 1.0 - abs(taps - source[0..., .newAxis]) / scale)
        weights = which(taps .<= last[0..., .newAxis], weights, 0.0)
        return Taps(
            indices: minimum(taps, length - 1).asType(.int32),
            weights: weights / weights.sum(axis: 1, keepDims: true))
    }

    static func bicubic(from length: Int, to newLength: Int, scale: Double) -> Taps {
        let source = (MLXArray.arange(newLength, dtype: .float32) + 0.5) / scale - 0.5
        let taps =
            floor(source)[0..., .newAxis]
            + MLXArray.arange(-1, 3, dtype: .float32)[.newAxis, 0...]
        return Taps(
            indices: clip(taps.asType(.int32), min: 0, max: length - 1),
            weights: cubicWeight(source[0..., .newAxis] - taps, -0.75))
    }

    static func antialiasedBicubic(from length: Int, to newLength: Int) -> Taps {
        let scale = Double(length) / Double(newLength)
        let support = scale >= 1 ? 2 * scale : 2
        let count = Int(support.rounded(.up)) * 2 + 1
        let inverse = scale >= 1 ? 1 / scale : 1
        let center = (MLXArray.arange(newLength, dtype: .float32) + 0.5) * scale
        let first = maximum(floor(center - support + 0.5), 0.0)
        let last = minimum(floor(center + support + 0.5), Double(length))
        let size = clip(last - first, min: 0, max: count)
        let taps = first[0..., .newAxis] + MLXArray.arange(count, dtype: .float32)[.newAxis, 0...]
        var weights = cubicWeight((taps - center[0..., .newAxis] + 0.5) * inverse, -0.5)
        weights = which(taps - first[0..., .newAxis] .< size[0..., .newAxis], weights, 0.0)
        let total = weights.sum(axis: 1, keepDims: true)
        return Taps(
            indices: minimum(taps, length - 1).asType(.int32),
            weights: which(total .> 0, weights / maximum(total, 1e-30), weights))
    }
}

/// A picture `[B, H, W, C]` made of its places along one axis and then the other, in the order that takes less work.
private func separableInterpolate(_ x: MLXArray, _ rows: Taps, _ columns: Taps) -> MLXArray {
    let (batch, height, width, channels) = (x.dim(0), x.dim(1), x.dim(2), x.dim(3))
    let (outHeight, rowTaps) = (rows.indices.dim(0), rows.indices.dim(1))
    let (outWidth, columnTaps) = (columns.indices.dim(0), columns.indices.dim(1))
    func contracted(_ x: MLXArray, _ taps: Taps) -> MLXArray {
        let gathered = take(x, taps.indices.reshaped(-1), axis: 1)
            .reshaped(batch, taps.indices.dim(0), taps.indices.dim(1), x.dim(2))
        return sum(gathered * taps.weights[.newAxis, 0..., 0..., .newAxis], axis: 2)
    }
    let heightFirst = outHeight * width * (rowTaps + 1) + outHeight * outWidth * (columnTaps + 1)
    let widthFirst =
        height * width + height * outWidth * (columnTaps + 1) + outHeight * outWidth * rowTaps
    if heightFirst <= widthFirst {
        let resized = contracted(x.reshaped(batch, height, width * channels), rows)
            .reshaped(batch, outHeight, width, channels).transposed(0, 2, 1, 3)
            .reshaped(batch, width, outHeight * channels)
        return contracted(resized, columns).reshaped(batch, outWidth, outHeight, channels)
            .transposed(0, 2, 1, 3)
    }
    let turned = x.transposed(0, 2, 1, 3).reshaped(batch, width, height * channels)
    let resized = contracted(turned, columns)
        .reshaped(batch, outWidth, height, channels).transposed(0, 2, 1, 3)
        .reshaped(batch, height, outWidth * channels)
    return contracted(resized, rows).reshaped(batch, outHeight, outWidth, channels)
}

private func isPicture(_ size: [Int]) -> Bool { size.count == 2 && size.allSatisfy { $0 > 0 } }

private func unfit(_ function: String, _ x: MLXArray, _ sizes: [some Any]) -> MLXArray {
    failure(function, "takes a picture and a height and width, not \(x.shape) and \(sizes)")
}
