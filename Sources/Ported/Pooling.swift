import MLX
import OrderedCollections

/// Divides embeddings by their length (`normalize_embeddings`, mlx_vlm/models/pooling.py).
///
/// - Parameters:
///   - embeddings: `[B, D]`.
///   - eps: the least length that is divided by.
/// - Returns: `[B, D]`.
public func normalizeEmbeddings(_ embeddings: MLXArray, eps: Double = 1e-9) -> MLXArray {
    embeddings / maximum(MLXLinalg.norm(embeddings, ord: 2, axis: -1, keepDims: true), eps)
}

/// One vector for a sequence (`pool_by_config`, mlx_vlm/models/pooling.py).
///
/// A mode that the package does not have either fails as a failure of the engine does.
///
/// - Parameters:
///   - tokenEmbeddings: `[B, L, D]`.
///   - attentionMask: `[B, L]`, 1 where there is a token.
///   - configuration: `pooling_mode` is `mean`, `cls`, `max` or `lasttoken`.
/// - Returns: `[B, D]`.
public func poolByConfig(
    _ tokenEmbeddings: MLXArray, _ attentionMask: MLXArray,
    _ configuration: OrderedDictionary<String, String>
) -> MLXArray {
    switch configuration["pooling_mode"] ?? "" {
    case "mean": return meanPooling(tokenEmbeddings, attentionMask)
    case "cls": return clsPooling(tokenEmbeddings, attentionMask)
    case "max": return maxPooling(tokenEmbeddings, attentionMask)
    case "lasttoken": return lastTokenPooling(tokenEmbeddings, attentionMask)
    case let mode:
        return failure(
            "pool_by_config",
            "Unknown pooling mode '\(mode)'. Supported modes: ['cls', 'lasttoken', 'max', 'mean'].")
    }
}

private func meanPooling(_ tokens: MLXArray, _ mask: MLXArray) -> MLXArray {
    let expanded = broadcast(mask.expandedDimensions(axis: -1), to: tokens.shape).asType(.float32)
    let counts = maximum(expanded.sum(axis: 1), 1e-9)
    return (tokens * expanded).sum(axis: 1) / counts
}

private func clsPooling(_ tokens: MLXArray, _ mask: MLXArray) -> MLXArray {
    token(argMax(mask, axis: 1), of: tokens)
}

private func maxPooling(_ tokens: MLXArray, _ mask: MLXArray) -> MLXArray {
    let expanded = broadcast(mask.expandedDimensions(axis: -1), to: tokens.shape)
        .asType(tokens.dtype)
    return which(expanded .== 0, -Float.infinity, tokens).max(axis: 1)
}

private func lastTokenPooling(_ tokens: MLXArray, _ mask: MLXArray) -> MLXArray {
    let length = tokens.dim(1)
    let flipped = mask[0..., .stride(by: -1)]
    let fromEnd = which(flipped.max(axis: 1) .== 0, length - 1, argMax(flipped, axis: 1))
    let expanded = broadcast(mask[0..., 0..., .newAxis], to: tokens.shape).asType(tokens.dtype)
    return token(length - fromEnd - 1, of: tokens * expanded)
}

/// The token of each row at an index `[B]` of `[B, L, D]`.
private func token(_ indices: MLXArray, of tokens: MLXArray) -> MLXArray {
    let gathered = broadcast(
        indices[0..., .newAxis, .newAxis], to: [tokens.dim(0), 1, tokens.dim(-1)])
    return takeAlong(tokens, gathered, axis: 1).squeezed(axis: 1)
}
