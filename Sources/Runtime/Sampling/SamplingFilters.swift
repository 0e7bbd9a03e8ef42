import Foundation
import MLX

// Each filter takes log-probabilities [B, V] and sets those of excluded tokens to -inf. Source:
// mlx_vlm/sample_utils.py and mlx_lm/sample_utils.py, `apply_…`.

/// `apply_top_p`: the smallest set of tokens whose probabilities sum to `mass`.
func keepNucleus(_ logprobs: MLXArray, mass: Double) -> MLXArray {
    let sortedLogprobs = sorted(logprobs, axis: -1)
    let sortedProbs = exp(sortedLogprobs.asType(.float32))
    let massAbove = cumsum(sortedProbs, axis: -1, reverse: true, inclusive: false)
    let totalMass = massAbove[.ellipsis, ..<1] + sortedProbs[.ellipsis, ..<1]
    let dropped = (massAbove .>= mass * totalMass).sum(axis: -1, keepDims: true)
    let threshold = takeAlong(sortedLogprobs, dropped, axis: -1)
    return which(logprobs .< threshold, impossible(logprobs.dtype), logprobs)
}

/// `apply_min_p`: tokens at least `share` times as probable as the best one, and `count` anyway.
func keepAboveShare(_ logprobs: MLXArray, share: Double, atLeast count: Int) -> MLXArray {
    let best = logprobs.max(axis: -1, keepDims: true)
    var excluded = logprobs .< best + log(share)
    if count > 1 {
        let kept = argPartition(logprobs, kth: -count, axis: -1)[.ellipsis, (-count)...]
        excluded = putAlong(excluded, kept, values: MLXArray(false), axis: -1)
    }
    return which(excluded, impossible(logprobs.dtype), logprobs)
}

/// `apply_top_k`: the `count` most probable tokens.
func keepMostProbable(_ logprobs: MLXArray, count: Int) -> MLXArray {
    let others = argPartition(-logprobs, kth: count - 1, axis: -1)[.ellipsis, count...]
    return putAlong(logprobs, others, values: impossible(logprobs.dtype), axis: -1)
}

/// `apply_top_n_sigma` (arXiv 2411.07641): scores within some standard deviations of the best.
func keepNearBest(_ logits: MLXArray, deviations: Double) -> MLXArray {
    let scores = logits.asType(.float32)
    let spread = std(scores, axis: -1, keepDims: true)
    let threshold = scores.max(axis: -1, keepDims: true) - deviations * spread
    return which(scores .< threshold, impossible(logits.dtype), logits)
}

/// `apply_p_less` (arXiv 2509.23234): tokens at least as probable as it is that two draws agree.
func keepAboveCollision(_ logits: MLXArray, temperature: Double) -> MLXArray {
    let probs = softmax(logits * (1 / temperature), axis: -1)
    let threshold = (probs * probs).sum(axis: -1, keepDims: true)
    return which(probs .< threshold, impossible(logits.dtype), logits)
}

/// `apply_typical_p` (arXiv 2202.00666): the tokens whose surprise is nearest to the entropy, until
/// their probabilities sum to `mass`.
func keepTypical(_ logprobs: MLXArray, mass: Double) -> MLXArray {
    let scores = logprobs.asType(.float32)
    let probs = exp(scores)
    let entropy = -(probs * scores).sum(axis: -1, keepDims: true)
    let order = argSort(abs(-scores - entropy), axis: -1)
    let cumulative = cumsum(takeAlong(probs, order, axis: -1), axis: -1)
    let places = putAlong(
        MLXArray.zeros(like: order), order,
        values: MLXArray(0..<order.dim(-1)).asType(order.dtype), axis: -1)
    let before = takeAlong(cumulative, places, axis: -1) - probs
    return which(before .< mass, logprobs, impossible(logprobs.dtype))
}

/// `apply_xtc`: now and then excludes every likely token but the least probable of them.
///
/// - Parameter axis: along which the least probable is looked for; nil is over all rows together.
func excludeTopChoices(
    _ logits: MLXArray, _ options: SamplingParameters, over axis: Int?
) -> MLXArray {
    let probs = softmax(logits, axis: -1)
    let likely = which(probs .> options.xtcThreshold, probs, MLXArray(Float.infinity))
    let least = axis.map { likely.min(axis: $0, keepDims: true) } ?? likely.min()
    let excluded = probs .> least
    if !options.xtcSpecialTokens.isEmpty {
        excluded[.ellipsis, MLXArray(options.xtcSpecialTokens.map(Int32.init))] = MLXArray(false)
    }
    return which(
        MLXRandom.uniform(low: 0, high: 1) .> options.xtcProbability, logits,
        which(excluded, impossible(logits.dtype), logits))
}

private func impossible(_ dtype: DType) -> MLXArray {
    MLXArray(-Float.infinity).asType(dtype)
}
