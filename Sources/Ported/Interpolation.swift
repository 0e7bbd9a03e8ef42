// Ported from mlx_vlm/models/kernels.py (`nearest_interpolate`, `bicubic_interpolate`, what a machine without Metal
// runs), mlx-vlm 0.7.10, MIT,
// sha256 00929a3acc11d1930894a0cf7e784a6623c0e88d1c80039def97058a6bee74f0.

import MLX

/// A picture of another size, each of its values that of the nearest place of the given one.
///
/// - Parameters:
///   - x: `[B, C, H, W]`
///   - size: the height and width of the result
/// - Returns: `[B, C, height, width]`, in the element type of `x`. A failure of the engine where a size is missing.
public func nearestInterpolate(_ x: MLXArray, size: [Int]) -> MLXArray {
    guard x.ndim == 4, size.count == 2, !size.contains(0) else {
        return unfit("nearest_interpolate", x, size)
    }
    let (inHeight, inWidth) = (x.dim(2), x.dim(3))
    func places(_ count: Int, of length: Int) -> MLXArray {
        let scale = Double(length) / Double(count)
        let index = floor(MLXArray.arange(count, dtype: .float32) * scale).asType(.int32)
        return clip(index, min: 0, max: length - 1)
    }
    let yIndex = places(size[0], of: inHeight)
    let xIndex = places(size[1], of: inWidth)
    return x[0..., 0..., yIndex][0..., 0..., 0..., xIndex]
}

/// The same with factors for the height and the width, which are rounded down.
public func nearestInterpolate(_ x: MLXArray, scaleFactor: [Double]) -> MLXArray {
    guard let size = scaledSize(x, scaleFactor) else {
        return unfit("nearest_interpolate", x, scaleFactor)
    }
    return nearestInterpolate(x, size: size)
}

/// A picture of another size, by cubic convolution over the heights and then over the widths.
///
/// - Parameters:
///   - x: `[B, C, H, W]`
///   - size: the height and width of the result
///   - alignCorners: whether the first and last values keep their places
///   - antialias: whether a smaller picture is made with a wider kernel, as Pillow does
/// - Returns: `[B, C, height, width]`, in the element type of `x`; computed in `float32`. A failure of the engine
///   where a size is missing.
public func bicubicInterpolate(
    _ x: MLXArray, size: [Int], alignCorners: Bool = false, antialias: Bool = false
) -> MLXArray {
    guard x.ndim == 4, size.count == 2, x.dim(2) > 0, x.dim(3) > 0,
        !antialias || size.allSatisfy({ $0 > 0 })
    else { return unfit("bicubic_interpolate", x, size) }
    let (batch, channels) = (x.dim(0), x.dim(1))
    let (inHeight, inWidth) = (x.dim(2), x.dim(3))
    let (outHeight, outWidth) = (size[0], size[1])
    let hasCorners = alignCorners && outHeight > 1 && outWidth > 1
    let rows = CubicTaps(
        from: inHeight, to: outHeight, alignCorners: hasCorners, antialias: antialias)
    let columns = CubicTaps(
        from: inWidth, to: outWidth, alignCorners: hasCorners, antialias: antialias)

    let values = x.asType(.float32)
    let gatheredY = values[0..., 0..., rows.indices.reshaped(-1), 0...]
        .reshaped(batch, channels, outHeight, rows.count, inWidth)
    let weightsY = rows.weights[.newAxis, .newAxis, 0..., 0..., .newAxis]
    let narrowed = (gatheredY * weightsY).sum(axis: 3)
    let gatheredX = narrowed[0..., 0..., 0..., columns.indices.reshaped(-1)]
        .reshaped(batch, channels, outHeight, outWidth, columns.count)
    let weightsX = columns.weights[.newAxis, .newAxis, .newAxis, 0..., 0...]
    let result = (gatheredX * weightsX).sum(axis: 4)
    return x.dtype == .float32 ? result : result.asType(x.dtype)
}

/// The same with factors for the height and the width, which are rounded down.
public func bicubicInterpolate(
    _ x: MLXArray, scaleFactor: [Double], alignCorners: Bool = false, antialias: Bool = false
) -> MLXArray {
    guard let size = scaledSize(x, scaleFactor) else {
        return unfit("bicubic_interpolate", x, scaleFactor)
    }
    return bicubicInterpolate(x, size: size, alignCorners: alignCorners, antialias: antialias)
}

/// For each place of an axis of the result the places that it is made of, and their weights.
private struct CubicTaps {
    /// `[places, count]`, `int32`
    let indices: MLXArray
    /// `[places, count]`, `float32`
    let weights: MLXArray
    /// How many places each is made of.
    let count: Int

    init(from length: Int, to newLength: Int, alignCorners: Bool, antialias: Bool) {
        let places = MLXArray.arange(newLength, dtype: .float32)
        let coordinates =
            alignCorners
            ? places * (length - 1) / (newLength - 1)
            : (places + 0.5) / newLength * length - 0.5
        let scale = Double(newLength) / Double(length)
        // A kernel that is wider than two places takes in all that falls on a place of a smaller axis.
        let filterScale = antialias && scale < 1 ? 1 / scale : 1
        let support = 2 * filterScale
        count = Int(2 * support + 1)

        let start = floor(coordinates - support).asType(.int32) + 1
        let offsets = MLXArray.arange(count, dtype: .int32)
        let pixels = start[0..., .newAxis] + offsets[.newAxis, 0...]
        let distances = coordinates[0..., .newAxis] - pixels.asType(.float32)
        let inside = (pixels .>= 0) & (pixels .< length)
        let raw = cubicWeight(distances / filterScale, antialias ? -0.5 : -0.75) * inside
        indices = clip(pixels, min: 0, max: length - 1)
        weights = raw / (raw.sum(axis: -1, keepDims: true) + 1e-8)
    }
}

/// The kernel of cubic convolution at distances `t`, with its slope `a` at 1.
func cubicWeight(_ t: MLXArray, _ a: Double) -> MLXArray {
    let distance = abs(t)
    let squared = distance * distance
    let cubed = squared * distance
    let near = cubed * (a + 2) - squared * (a + 3) + 1
    let far = cubed * a - squared * (5 * a) + distance * (8 * a) - 4 * a
    return which(distance .<= 1, near, which(distance .< 2, far, zeros(like: t)))
}

/// The height and width of a picture times two factors; nil where there are not two.
private func scaledSize(_ x: MLXArray, _ factors: [Double]) -> [Int]? {
    guard x.ndim == 4, factors.count == 2 else { return nil }
    let sizes = zip([x.dim(2), x.dim(3)], factors).compactMap { length, factor in
        Int(exactly: (Double(length) * factor).rounded(.towardZero))
    }
    return sizes.count == 2 ? sizes : nil
}

private func unfit(_ function: String, _ x: MLXArray, _ sizes: [some Any]) -> MLXArray {
    failure(
        function, "takes [B, C, H, W] and a height and width, not \(x.shape) and \(sizes)")
}
