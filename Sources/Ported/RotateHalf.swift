// Ported from mlx_vlm/models/rope_utils.py (`rotate_half`), mlx-vlm 0.7.10, MIT,
// sha256 6944f69a03c41cbb9613afbd2f1b54b71c504840aaeb0eade39c6109dbfdd25b.

import MLX

/// The second half of the last axis, negated, in front of the first (`rotate_half`).
public func rotateHalf(_ x: MLXArray) -> MLXArray {
    let x1 = x[.ellipsis, ..<(x.dim(-1) / 2)]
    let x2 = x[.ellipsis, (x.dim(-1) / 2)...]
    return concatenated([-x2, x1], axis: -1)
}
