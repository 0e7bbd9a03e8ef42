// Ported from mlx_vlm/models/base.py (`pixel_shuffle`, `interpolate`), mlx-vlm 0.7.10, MIT,
// sha256 02591d50fa31ee07bec84fec10ac60ac8d7a56d356f80f763d86e4fd2f767eea.

import Foundation
import MLX
import MLXNN

/// Neighbouring places of a square become channels, so that there are fewer places.
///
/// - Parameters:
///   - x: `[B, N, C]`, where `N` is the square of a side
///   - ratio: how much shorter the side gets
/// - Returns: `[B, N * ratio * ratio, C / (ratio * ratio)]`. A failure of the engine where that is no shape.
public func pixelShuffle(_ x: MLXArray, _ ratio: Double) -> MLXArray {
    let side = x.ndim == 3 ? Int(Double(x.dim(1)).squareRoot()) : 0
    let sizes = x.shape
    func size(_ value: Double) -> Int? { Int(exactly: value.rounded(.towardZero)) }
    guard x.ndim == 3, sizes[0] > 0, side > 0, x.size % (sizes[0] * side * side) == 0,
        case let channels = x.size / (sizes[0] * side * side),
        let narrow = size(Double(side) * ratio),
        let wide = size(Double(channels) / ratio),
        let deep = size(Double(channels) / (ratio * ratio))
    else {
        return failure("pixel_shuffle", "takes [B, N, C] and a ratio, not \(x.shape) and \(ratio)")
    }
    var shuffled = x.reshaped(sizes[0], side, side, -1)
    shuffled = shuffled.reshaped(sizes[0], side, narrow, wide).transposed(0, 2, 1, 3)
    shuffled = shuffled.reshaped(sizes[0], narrow, narrow, deep).transposed(0, 2, 1, 3)
    return shuffled.reshaped(sizes[0], -1, shuffled.dim(-1))
}

/// Positions of another size, by factors that are those of the last two axes.
///
/// - Parameters:
///   - posEmbed: `[B, C, H, W]` or `[C, H, W]`
///   - size: the height and width that the factors lead to
///   - mode: where a new position's value comes from
/// - Returns: what ``MLXNN/Upsample`` makes of it, `[C, height, width]` where there was no batch. A failure of the
///   engine where a size is missing.
public func interpolate(
    _ posEmbed: MLXArray, _ size: [Int], mode: Upsample.Mode = .cubic()
) -> MLXArray {
    guard [3, 4].contains(posEmbed.ndim), size.count == 2, !posEmbed.shape.contains(0) else {
        return failure(
            "interpolate",
            "takes [B, C, H, W] and a height and width, not \(posEmbed.shape) and \(size)")
    }
    let scales = zip(size, posEmbed.shape.suffix(2)).map { Double($0) / Double($1) }
    let upsampler = Upsample(scaleFactor: scales, mode: mode)
    guard posEmbed.ndim == 3 else { return upsampler(posEmbed) }
    let result = upsampler(posEmbed.expandedDimensions(axis: 0))
    return result.reshaped([posEmbed.dim(0)] + size)
}
