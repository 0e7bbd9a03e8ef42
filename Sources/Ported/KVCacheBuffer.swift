// Ported from mlx_vlm/models/cache.py (`KVCache.update_and_fetch`), mlx-vlm 0.7.10, MIT,
// sha256 4c7526c6b17b97827cc810ea0e66bb3a364b4100d6aedf4878a1e15703a95031.

import MLX

/// A buffer `[B, H, capacity, D]` with room for `new` `[B, H, L, D]` after its first `used` tokens.
///
/// A buffer that is large enough is returned as it is. Otherwise whole blocks of `step` tokens are
/// added after the used ones, so that most updates write in place.
func bufferWithRoom(
    _ buffer: MLXArray?, used: Int, for new: MLXArray, step: Int
) -> MLXArray {
    let count = new.dim(2)
    if let buffer, used + count <= buffer.dim(2) { return buffer }
    let blocks = (step + count - 1) / step
    let room = MLXArray.zeros(
        [new.dim(0), new.dim(1), blocks * step, new.dim(3)], dtype: new.dtype)
    guard let buffer else { return room }
    let filled = used % step != 0 ? buffer[.ellipsis, ..<used, 0...] : buffer
    return concatenated([filled, room], axis: 2)
}
