// Ported from mlx_vlm/models/kernels.py (`grid_sample`, what a machine without Metal runs), mlx-vlm 0.7.10, MIT,
// sha256 00929a3acc11d1930894a0cf7e784a6623c0e88d1c80039def97058a6bee74f0.

import MLX

/// The values of pictures at places between their points, linear in both directions; 0 outside.
///
/// - Parameters:
///   - x: the pictures, `[B, H, W, C]`
///   - grid: the places `[B, N, M, 2]`, across and down, from -1 to 1 over the picture
/// - Returns: `[B, N, M, C]`. A failure of the engine where the shapes are others.
public func gridSample(_ x: MLXArray, _ grid: MLXArray) -> MLXArray {
    guard x.ndim == 4, grid.ndim == 4, grid.dim(3) == 2 else {
        return failure(
            "grid_sample", "takes [B, H, W, C] and [B, N, M, 2], not \(x.shape) and \(grid.shape)")
    }
    let (batch, height, width, channels) = (x.dim(0), x.dim(1), x.dim(2), x.dim(3))

    let ix = ((grid[.ellipsis, 0] + 1) * width - 1) / 2
    let iy = ((grid[.ellipsis, 1] + 1) * height - 1) / 2
    let ix0 = floor(ix).asType(.int32)
    let iy0 = floor(iy).asType(.int32)
    let ix1 = ix0 + 1
    let iy1 = iy0 + 1

    let (left, right) = (ix1.asType(.float32) - ix, ix - ix0.asType(.float32))
    let (above, below) = (iy1.asType(.float32) - iy, iy - iy0.asType(.float32))
    let wa = (left * above)[.ellipsis, .newAxis]
    let wb = (right * above)[.ellipsis, .newAxis]
    let wc = (left * below)[.ellipsis, .newAxis]
    let wd = (right * below)[.ellipsis, .newAxis]

    func gathered(_ yy: MLXArray, _ xx: MLXArray) -> MLXArray {
        let valid = (yy .>= 0) & (yy .< height) & (xx .>= 0) & (xx .< width)
        let row = clip(yy, min: 0, max: height - 1)
        let column = clip(xx, min: 0, max: width - 1)
        let index = (row * width + column).reshaped(batch, -1)
        let flat = x.reshaped(batch, height * width, channels)
        let picture = MLXArray.arange(batch, dtype: .int32)[0..., .newAxis]
        let values = flat[picture, index].reshaped(batch, grid.dim(1), grid.dim(2), channels)
        return values * valid[.ellipsis, .newAxis]
    }
    return wa * gathered(iy0, ix0) + wb * gathered(iy0, ix1) + wc * gathered(iy1, ix0) + wd
        * gathered(iy1, ix1)
}
