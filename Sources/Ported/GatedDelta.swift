// Ported from mlx_vlm/models/gated_delta.py, mlx-vlm 0.7.10, MIT,
// sha256 7cac81d20827d0db32fcd8dc2a57a4be21a158b88d826bb1f0da803cf54bafbc.
// What a machine without Metal computes: the kernels and the states between tokens, which only
// speculation asks for, are left out.

import MLX
import MLXNN
import Synchronization

private let compiledDecay = compile(shapeless: true) {
    (aLog: MLXArray, a: MLXArray, dtBias: MLXArray) in
    exp(-exp(aLog.asType(.float32)) * softplus(a + dtBias))
}

/// The share of each head's state that a token leaves (`compute_g`), float32 of the shape of `a`.
///
/// - Parameters:
///   - aLog: the logarithm of the decay, one a head
///   - a: the tokens' gates
///   - dtBias: the gates' bias, one a head
public func computeG(_ aLog: MLXArray, _ a: MLXArray, _ dtBias: MLXArray) -> MLXArray {
    compiledDecay(aLog, a, dtBias)
}

/// `compute_g_safe` for each bound: Python's compiler makes numbers part of the graph.
private let compiledBoundedDecays = Mutex<
    [Double: @Sendable (MLXArray, MLXArray, MLXArray) -> MLXArray]
>([:])

/// The same, never less than `exp(lowerBound)` (`compute_g_safe`).
public func computeGSafe(
    _ aLog: MLXArray, _ a: MLXArray, _ dtBias: MLXArray, _ lowerBound: Double
) -> MLXArray {
    let function = compiledBoundedDecays.withLock { functions in
        if let function = functions[lowerBound] { return function }
        let function = compile(shapeless: true) {
            (aLog: MLXArray, a: MLXArray, dtBias: MLXArray) in
            exp(lowerBound * sigmoid(exp(aLog.asType(.float32)) * (a + dtBias)))
        }
        functions[lowerBound] = function
        return function
    }
    return function(aLog, a, dtBias)
}

/// One token of the gated delta rule.
private func gatedDeltaStep(
    _ q: MLXArray, _ k: MLXArray, _ v: MLXArray, _ g: MLXArray, _ beta: MLXArray,
    _ state: MLXArray, mask: MLXArray? = nil
) -> (MLXArray, MLXArray) {
    let decay =
        g.ndim == 2
        ? g[.ellipsis, .newAxis, .newAxis] : g[.ellipsis, .newAxis, 0...]
    var new = state * decay
    let memory = (new * k[.ellipsis, .newAxis, 0...]).sum(axis: -1)
    let delta = (v - memory) * beta[.ellipsis, .newAxis]
    new = new + k[.ellipsis, .newAxis, 0...] * delta[.ellipsis, .newAxis]
    let y = (new * q[.ellipsis, .newAxis, 0...]).sum(axis: -1)
    if let mask {
        new = which(expandedDimensions(mask, axes: [1, 2, 3]), new, state)
    }
    return (y.asType(q.dtype), new)
}

private let compiledStep = compile { (inputs: [MLXArray]) in
    let (y, state) = gatedDeltaStep(
        inputs[0], inputs[1], inputs[2], inputs[3], inputs[4], inputs[5])
    return [y, state]
}

private let compiledMaskedStep = compile { (inputs: [MLXArray]) in
    let (y, state) = gatedDeltaStep(
        inputs[0], inputs[1], inputs[2], inputs[3], inputs[4], inputs[5], mask: inputs[6])
    return [y, state]
}

/// The gated delta rule over tokens, one after the other (`gated_delta_ops`).
///
/// - Parameters:
///   - q: the queries, `[B, L, Hk, Dk]`; `k` the keys of the same shape, `v` the values `[B, L, Hv, Dv]`
///   - g: what a token leaves of the state, `[B, L, Hv]` or `[B, L, Hv, Dk]`
///   - beta: how much of a token is written, `[B, L, Hv]`
///   - state: the state before the tokens, `[B, Hv, Dv, Dk]`; nil for zeros
///   - mask: which tokens are real, bool `[B, L]`; nil for all
/// - Returns: the outputs `[B, L, Hv, Dv]` and the state after the tokens.
public func gatedDeltaOps(
    _ q: MLXArray, _ k: MLXArray, _ v: MLXArray, _ g: MLXArray, _ beta: MLXArray,
    _ state: MLXArray? = nil, mask: MLXArray? = nil
) -> (MLXArray, MLXArray) {
    var (q, k) = (q, k)
    guard q.ndim == 4, v.ndim == 4, q.dim(2) > 0 else {
        let refused = failure("gated_delta", "queries and values have to be [B, L, H, D]")
        return (refused, refused)
    }
    let repeats = v.dim(2) / q.dim(2)
    var state = state ?? emptyState(q, v)
    if repeats > 1 {
        q = repeated(q, count: repeats, axis: -2)
        k = repeated(k, count: repeats, axis: -2)
    }
    let outputs = (0..<q.dim(1)).map { t in
        let inputs = [q, k, v, g, beta].map { $0[0..., t] } + [state]
        let results =
            mask.map { compiledMaskedStep(inputs + [$0[0..., t]]) } ?? compiledStep(inputs)
        state = results[1]
        return results[0]
    }
    return (stacked(outputs, axis: 1), state)
}

private func emptyState(_ q: MLXArray, _ v: MLXArray) -> MLXArray {
    MLXArray.zeros([q.dim(0), v.dim(2), v.dim(3), q.dim(3)], dtype: .float32)
}

/// The outputs `[B, L, Hv, Dv]` of a gated delta layer and its state `[B, Hv, Dv, Dk]` after the
/// tokens (`gated_delta_update`).
///
/// - Parameters:
///   - q: the queries, `[B, L, Hk, Dk]`
///   - k: the keys, `[B, L, Hk, Dk]`
///   - v: the values, `[B, L, Hv, Dv]`
///   - a: the gates of the state, `[B, L, Hv]` or `[B, L, Hv, Dk]`
///   - b: the gates of what is written, `[B, L, Hv]`
///   - aLog: the logarithm of the decay, one a head
///   - dtBias: the bias of `a`, one a head
///   - state: the state before the tokens; nil for zeros
///   - mask: which tokens are real, bool `[B, L]`; nil for all
///   - lowerBound: the least logarithm of what a token leaves; nil for none
///   - cache: what keeps the state, in place of `state`, in the slot `cacheIndex`
public func gatedDeltaUpdate(
    _ q: MLXArray, _ k: MLXArray, _ v: MLXArray, _ a: MLXArray, _ b: MLXArray,
    _ aLog: MLXArray, _ dtBias: MLXArray, state: MLXArray? = nil, mask: MLXArray? = nil,
    lowerBound: Double? = nil, cache: ArraysCache? = nil, cacheIndex: Int = 1
) -> (MLXArray, MLXArray) {
    if let cache {
        return cache.updateRecurrent(cacheIndex) { state in
            gatedDeltaUpdate(
                q, k, v, a, b, aLog, dtBias, state: state, mask: mask, lowerBound: lowerBound)
        }
    }
    let beta = sigmoid(b)
    let g =
        lowerBound.map { computeGSafe(aLog, a, dtBias, $0) } ?? computeG(aLog, a, dtBias)
    return gatedDeltaOps(q, k, v, g, beta, state, mask: mask)
}
