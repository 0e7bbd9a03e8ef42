// Ported from mlx_vlm/models/base.py (`scaled_dot_product_attention`,
// `quantized_scaled_dot_product_attention`, `align_attention_mask_to_scores`,
// `dequantize_kv_state`), mlx-vlm 0.7.10, MIT,
// sha256 02591d50fa31ee07bec84fec10ac60ac8d7a56d356f80f763d86e4fd2f767eea.

import MLX

/// Attention of `queries` to what a cache returned.
///
/// Stands for `scaled_dot_product_attention` without TurboQuant caches.
///
/// - Parameters:
///   - queries: `[B, H, L, Dk]`
///   - keys: `[B, Hkv, S, Dk]`, where `H` is a multiple of `Hkv`
///   - values: `[B, Hkv, S, Dv]`
///   - cache: the cache whose `update` returned `keys` and `values`; a quantised one holds their
///     scales and biases
///   - scale: the factor on the scores
///   - mask: the mask, bool or added to the scores, broadcast to `[B, H, L, S]`
///   - sinks: a score for each head that takes part in the softmax only, `[H]`; not with a
///     quantised cache
/// - Returns: `[B, H, L, Dv]`
public func scaledDotProductAttention(
    queries: MLXArray,
    keys: MLXArray,
    values: MLXArray,
    cache: (any KVCache)? = nil,
    scale: Double,
    mask: AttentionMask = .none,
    sinks: MLXArray? = nil
) -> MLXArray {
    if let cache = cache as? QuantizedKVCache {
        let operation = "scaledDotProductAttention"
        guard sinks == nil else {
            return failure(operation, "A quantised cache does not support attention sinks.")
        }
        guard let fetched = cache.fetched, fetched.keys.packed === keys,
            fetched.values.packed === values
        else {
            return failure(operation, "Keys and values are not what the quantised cache returned.")
        }
        return quantizedScaledDotProductAttention(
            queries: queries, keys: fetched.keys, values: fetched.values, scale: scale, mask: mask,
            groupSize: cache.groupSize, bits: cache.bits)
    }
    return MLXFast.scaledDotProductAttention(
        queries: queries, keys: keys, values: values, scale: Float(scale), mask: mask, sinks: sinks)
}

/// Attention of `queries` `[B, H, L, Dk]` to quantised keys and values.
///
/// Stands for `quantized_scaled_dot_product_attention`.
///
/// - Returns: `[B, H, L, Dv]`
public func quantizedScaledDotProductAttention(
    queries: MLXArray,
    keys: QuantizedArray,
    values: QuantizedArray,
    scale: Double,
    mask: AttentionMask,
    groupSize: Int = 64,
    bits: Int = 8
) -> MLXArray {
    let (batch, queryHeads) = (queries.dim(0), queries.dim(1))
    let (length, dimensions) = (queries.dim(2), queries.dim(3))
    let keyValueHeads = keys.packed.dim(-3)
    let repeats = queryHeads / keyValueHeads
    var (queries, keys, values) = (queries * scale, keys, values)

    if repeats > 1 {
        queries = queries.reshaped(batch, keyValueHeads, repeats, length, dimensions)
        keys = keys.map { expandedDimensions($0, axis: -3) }
        values = values.map { expandedDimensions($0, axis: -3) }
    }

    var scores = quantizedMM(
        queries, keys.packed, scales: keys.scales, biases: keys.biases, transpose: true,
        groupSize: groupSize, bits: bits)
    if let mask = arrayMask(mask, for: scores) {
        if mask.dtype == .bool {
            scores = which(mask, scores, scores.dtype.finfo?.min ?? -.infinity)
        } else {
            scores = scores + mask
        }
    }
    scores = softmax(scores, axis: -1, precise: true)
    let output = quantizedMM(
        scores, values.packed, scales: values.scales, biases: values.biases, transpose: false,
        groupSize: groupSize, bits: bits)

    return repeats > 1 ? output.reshaped(batch, queryHeads, length, dimensions) : output
}

/// The mask as an array that broadcasts to `scores` `[B, …, L, S]`; nil for none.
private func arrayMask(_ mask: AttentionMask, for scores: MLXArray) -> MLXArray? {
    if case .causal = mask {
        let (queryCount, keyCount) = (scores.dim(-2), scores.dim(-1))
        let queryIndices = arange(keyCount - queryCount, keyCount)
        let keyIndices = arange(keyCount)
        return aligned(queryIndices[0..., .newAxis] .>= keyIndices[.newAxis], to: scores)
    }
    return mask.array.map { aligned($0, to: scores) }
}

/// `align_attention_mask_to_scores`: `mask` with axes of length 1 before its last two until it has
/// the rank of `scores`, so that its first axis stays the batch.
private func aligned(_ mask: MLXArray, to scores: MLXArray) -> MLXArray {
    var mask = mask
    while mask.ndim < scores.ndim {
        mask = expandedDimensions(mask, axis: max(mask.ndim - 2, 0))
    }
    return mask
}

/// What `cache.update` returned as plain arrays `[B, H, S, D]`, for attention that cannot go through
/// `scaledDotProductAttention`.
///
/// Stands for `dequantize_kv_state`.
public func dequantizeKVState(
    _ cache: (any KVCache)?, _ keys: MLXArray, _ values: MLXArray
) -> (MLXArray, MLXArray) {
    guard let cache = cache as? QuantizedKVCache, let fetched = cache.fetched else {
        return (keys, values)
    }
    func dequantize(_ array: QuantizedArray) -> MLXArray {
        dequantized(
            contiguous(array.packed), scales: contiguous(array.scales),
            biases: array.biases.map { contiguous($0) }, groupSize: cache.groupSize,
            bits: cache.bits)
    }
    return (dequantize(fetched.keys), dequantize(fetched.values))
}
