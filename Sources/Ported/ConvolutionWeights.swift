// Ported from mlx_vlm/models/base.py (`check_array_shape`), mlx-vlm 0.7.10, MIT,
// sha256 02591d50fa31ee07bec84fec10ac60ac8d7a56d356f80f763d86e4fd2f767eea.

import MLX

/// Whether the weight of a convolution has its channels last already: `[O, H, W, I]` with a square window that is
/// no larger than the output's channels, or `[O, W, I]` with as many columns as input channels at least.
public func checkArrayShape(_ weight: MLXArray) -> Bool {
    let shape = weight.shape
    return switch shape.count {
    case 4: shape[0] >= shape[1] && shape[0] >= shape[2] && shape[1] == shape[2]
    case 3: shape[1] >= shape[2]
    default: false
    }
}
