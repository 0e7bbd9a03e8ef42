// Ported from mlx_vlm/models/ssm.py, mlx-vlm 0.7.10, MIT,
// sha256 74697cb60905f1dbf77be403e77835c6c43f4deaefa0b9ed84aac2626df4c3e8.
// What a machine without Metal computes: the kernel for one token is left out.

import MLX
import MLXNN
import Synchronization

/// The bounds between which a step of a state-space layer is kept.
private struct TimeStepLimit: Hashable {
    let lower: Double
    let upper: Double
}

/// `compute_dt` for each pair of bounds: Python's compiler makes numbers part of the graph.
private let compiledSteps = Mutex<
    [TimeStepLimit: @Sendable (MLXArray, MLXArray) -> MLXArray]
>([:])

/// The steps of a state-space layer: `softplus(dt + dtBias)` in float32, between two bounds.
///
/// - Parameters:
///   - dt: `[B, L, H]`
///   - dtBias: `[H]`
public func computeDt(_ dt: MLXArray, _ dtBias: MLXArray, _ timeStepLimit: [Double])
    -> MLXArray
{
    let limit = TimeStepLimit(lower: timeStepLimit[0], upper: timeStepLimit[1])
    let function = compiledSteps.withLock { functions in
        if let function = functions[limit] { return function }
        let function = compile { (dt: MLXArray, dtBias: MLXArray) in
            let dt = softplus(dt.asType(.float32) + dtBias)
            return clip(dt, min: limit.lower, max: limit.upper)
        }
        functions[limit] = function
        return function
    }
    return function(dt, dtBias)
}

/// The sums of `x` `[…, L]` over the segments between all pairs of positions, `[…, L, L]`.
///
/// - Parameter mask: which positions count, `[B, L]`
func segmentSums(_ x: MLXArray, mask: MLXArray? = nil) -> MLXArray {
    let length = x.dim(-1)
    var (x, mask) = (x, mask)
    if let positions = mask {
        mask = expandedDimensions(positions, axis: 1)
        x = x * mask!
    }
    x = repeated(x[.ellipsis, .newAxis], count: length, axis: -1)
    x = tril(x, k: -1)
    let sums = cumsum(x, axis: -2)
    guard let mask else { return sums }
    return which(mask[.ellipsis, .newAxis, 0...] * mask[.ellipsis, .newAxis], sums, -Float.infinity)
}

/// One pass of a state-space layer over tokens, in blocks of `step` (`ssm_attn`).
private struct StateSpacePass {
    let repeats: Int
    let type: DType
    let step: Int
    var state: MLXArray?
    var lengths: MLXArray?

    /// The outputs of one block; the state after it is kept.
    mutating func block(
        _ dtx: MLXArray, _ dtA: MLXArray, _ inputs: MLXArray, _ outputs: MLXArray, _ mask: MLXArray?
    ) -> MLXArray {
        let (batch, length, groups, size) = (
            outputs.dim(0), dtx.dim(1), outputs.dim(2), outputs.dim(3)
        )
        var inputs = inputs.transposed(0, 2, 3, 1)
        var products = matmul(swappedAxes(outputs, 1, 2), inputs)
        products = repeated(products, count: repeats, axis: 1)
        var decay = exp(segmentSums(dtA.swappedAxes(1, 2), mask: mask))
        let attention = tril(products * decay, k: 0)
        var y = swappedAxes(matmul(attention, dtx.swappedAxes(1, 2)), 1, 2)

        if let lengths {
            let position = maximum(minimum(lengths, step) - 1, 0)
            decay = takeAlong(decay, expandedDimensions(position, axes: [1, 2, 3]), axis: 2)
        } else {
            decay = decay[0..., 0..., (-1)..., 0...]
        }
        decay = decay.transposed(0, 3, 1, 2)
        inputs = repeated(inputs, count: repeats, axis: 1).swappedAxes(2, 3)
        let decayed = (dtx * decay).swappedAxes(1, 2).swappedAxes(2, 3)
        var next = matmul(decayed, inputs)

        if let state {
            let factors = exp(cumsum(dtA, axis: -2))
            next = next + factors[0..., -1, 0..., .newAxis, .newAxis] * state
            let outputs = outputs.reshaped(batch, length, groups, 1, size, 1)
            let grouped = state.reshaped(batch, 1, groups, repeats, dtx.dim(3), size)
            let previous = matmul(grouped, outputs).squeezed(axis: -1).flattened(start: 2, end: 3)
            y = y + factors[.ellipsis, .newAxis] * previous
            if let lengths {
                next = which(expandedDimensions(lengths .< 0, axes: [1, 2, 3]), state, next)
            }
        }
        state = next
        lengths = lengths.map { $0 - step }
        return y.asType(type)
    }
}

/// The outputs `[B, L, H, D]` of a state-space layer and its state `[B, H, D, N]` after the tokens.
///
/// Stands for `ssm_update` and `ssm_attn`.
///
/// - Parameters:
///   - hiddenStates: `[B, L, H, D]`
///   - aLog: the logarithm of each head's decay, `[H]`
///   - b: what goes into the state, `[B, L, groups, N]`
///   - c: what comes out of it, `[B, L, groups, N]`
///   - d: the share of the input in the output, `[H]`
///   - dt: the steps before their bias, `[B, L, H]`
///   - dtBias: `[H]`
///   - state: the state before the tokens; nil for none
///   - timeStepLimit: the least and the greatest step
///   - mask: which tokens are real, bool `[B, L]`; nil for all
///   - lengths: how many tokens of each row are real, int32 `[B]`; nil for all
///   - step: how many tokens are computed at once
public func ssmUpdate(
    _ hiddenStates: MLXArray, _ aLog: MLXArray, _ b: MLXArray, _ c: MLXArray, _ d: MLXArray,
    _ dt: MLXArray, _ dtBias: MLXArray, state: MLXArray? = nil,
    timeStepLimit: [Double] = [0.001, 100], mask: MLXArray? = nil,
    lengths: MLXArray? = nil, step: Int = 256
) -> (MLXArray, MLXArray) {
    let (batch, length, heads) = (hiddenStates.dim(0), hiddenStates.dim(1), hiddenStates.dim(2))
    let dt = computeDt(dt, dtBias, timeStepLimit)
    let a = -exp(aLog).asType(dt.dtype)
    let dtA = dt * a.reshaped(1, 1, -1)
    let dtx = dt.reshaped(batch, length, heads, 1) * hiddenStates

    var pass = StateSpacePass(
        repeats: heads / b.dim(2), type: hiddenStates.dtype, step: step, state: state,
        lengths: lengths)
    let blocks = stride(from: 0, to: length, by: step).map { start in
        let range = start..<min(start + step, length)
        return pass.block(
            dtx[0..., range], dtA[0..., range], b[0..., range], c[0..., range],
            mask?[.ellipsis, range])
    }
    let y = concatenated(blocks, axis: 1) + hiddenStates * d.reshaped(1, 1, heads, 1)
    return (y, pass.state!)
}
