// Ported from mlx_vlm/models/base.py (`create_attention_mask`, `create_ssm_mask`), mlx-vlm 0.7.10,
// MIT, sha256 02591d50fa31ee07bec84fec10ac60ac8d7a56d356f80f763d86e4fd2f767eea, and
// mlx_vlm/models/cache.py (`create_causal_mask`, `create_attention_mask`), mlx-vlm 0.7.10, MIT,
// sha256 4c7526c6b17b97827cc810ea0e66bb3a364b4100d6aedf4878a1e15703a95031.

import MLX

/// What Python passes to attention as `mask`: None, the string `"causal"` or an array.
public typealias AttentionMask = MLXFast.ScaledDotProductAttentionMaskMode

extension AttentionMask {
    /// The mask if it is an array; nil for `.none` and `.causal`.
    public var array: MLXArray? { mask }

    /// The mask of an array, or none.
    public init(_ array: MLXArray?) { self = array.map { .array($0) } ?? .none }

    /// Whether there is no mask.
    public var isNone: Bool { if case .none = self { true } else { false } }

    /// Whether the mask is `"causal"`.
    public var isCausal: Bool { if case .causal = self { true } else { false } }
}

/// Which of `offset + n` positions each of the last `n` sees, bool `[n, offset + n]`.
///
/// - Parameters:
///   - n: the number of new positions
///   - offset: the number of positions before them
///   - windowSize: how many positions each one sees, itself included; nil for all before it
///   - rightPadding: the padding at each row's end, int32 `[B]`; the mask is `[B, 1, n, offset + n]`
///   - leftPadding: the padding at each row's start, int32 `[B]`; the same shape
public func createCausalMask(
    n: Int,
    offset: Int = 0,
    windowSize: Int? = nil,
    rightPadding: MLXArray? = nil,
    leftPadding: MLXArray? = nil
) -> MLXArray {
    var keyIndices = arange(offset + n)
    var queryIndices = offset != 0 ? arange(offset, offset + n) : keyIndices
    queryIndices = queryIndices[0..., .newAxis]
    keyIndices = keyIndices[.newAxis]
    var mask = queryIndices .>= keyIndices
    if let windowSize {
        mask = mask & (queryIndices .< keyIndices + windowSize)
    }
    if let rightPadding {
        mask =
            mask & (keyIndices .< expandedDimensions((offset + n) - rightPadding, axes: [1, 2, 3]))
    }
    if let leftPadding {
        mask = mask & (expandedDimensions(leftPadding, axes: [1, 2, 3]) .<= keyIndices)
    }
    return mask
}

/// The mask for the hidden states `h` `[B, L, D]`, by the rules of their layer's cache.
///
/// - Parameters:
///   - h: the input of the layers
///   - cache: the cache of one layer of the kind that the mask is for
///   - windowSize: the sliding window of such layers
///   - returnArray: whether the mask must be an array even where `.causal` says the same
public func createAttentionMask(
    _ h: MLXArray,
    cache: (any KVCache)? = nil,
    windowSize: Int? = nil,
    returnArray: Bool = false
) -> AttentionMask {
    let n = h.dim(1)
    if let cache {
        return cache.makeMask(n: n, windowSize: windowSize, returnArray: returnArray)
    }
    return promptMask(n: n, windowSize: windowSize, returnArray: returnArray)
}

/// The mask for the hidden states `h` `[B, L, D]`, by the rules of the first layer's cache.
public func createAttentionMask(
    _ h: MLXArray,
    cache: [(any KVCache)?]?,
    windowSize: Int? = nil,
    returnArray: Bool = false
) -> AttentionMask {
    createAttentionMask(
        h, cache: cache?.first ?? nil, windowSize: windowSize, returnArray: returnArray)
}

/// Which tokens of `h` `[B, L, D]` a recurrent layer processes, bool `[B, L]`; nil for all.
public func createSSMMask(_ h: MLXArray, cache: (any KVCache)? = nil) -> MLXArray? {
    cache?.makeMask(n: h.dim(1), windowSize: nil, returnArray: false).array
}

/// The mask of `n` tokens with nothing before them.
func promptMask(n: Int, windowSize: Int?, returnArray: Bool) -> AttentionMask {
    if n == 1 { return .none }
    if returnArray || windowSize.nonZero.map({ n > $0 }) ?? false {
        return .array(createCausalMask(n: n, windowSize: windowSize))
    }
    return .causal
}

/// The mask of `n` tokens after the `offset` tokens of a cache that holds them all.
///
/// `create_attention_mask` of `cache.py`.
func offsetMask(n: Int, offset: Int, windowSize: Int?, returnArray: Bool) -> AttentionMask {
    if let windowSize {
        return .array(createCausalMask(n: n, offset: offset, windowSize: windowSize))
    } else if n == 1 {
        return .none
    } else if returnArray {
        return .array(createCausalMask(n: n, offset: offset, windowSize: windowSize))
    } else {
        return .causal
    }
}
