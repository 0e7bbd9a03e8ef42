// Ported from mlx_vlm/models/base.py (`ensure_fused_sdpa`), mlx-vlm 0.7.10, MIT,
// sha256 02591d50fa31ee07bec84fec10ac60ac8d7a56d356f80f763d86e4fd2f767eea.

import MLX

/// Attention with heads as wide as the engine's fused kernels take them: narrower ones are filled with zeros, which the
/// result is without.
///
/// - Parameters:
///   - queries: `[B, H, L, D]`
///   - keys: `[B, Hkv, S, D]`, where `H` is a multiple of `Hkv`
///   - values: `[B, Hkv, S, D]`
///   - scale: the factor on the scores
///   - mask: the mask, bool or added to the scores, broadcast to `[B, H, L, S]`
/// - Returns: `[B, H, L, D]`
public func ensureFusedSDPA(
    _ queries: MLXArray, _ keys: MLXArray, _ values: MLXArray, scale: Double,
    mask: AttentionMask = .none
) -> MLXArray {
    guard queries.ndim == 4, keys.ndim == 4, values.ndim == 4 else {
        return failure("ensure_fused_sdpa", "takes [B, H, L, D], not \(queries.shape)")
    }
    let width = queries.dim(-1)
    let fused = [64, 80, 128].first { width <= $0 } ?? width
    func widened(_ x: MLXArray) -> MLXArray {
        fused == width ? x : padded(x, widths: [0, 0, 0, [0, fused - width]])
    }
    return MLXFast.scaledDotProductAttention(
        queries: widened(queries), keys: widened(keys), values: widened(values),
        scale: Float(scale), mask: mask)[.ellipsis, ..<width]
}
