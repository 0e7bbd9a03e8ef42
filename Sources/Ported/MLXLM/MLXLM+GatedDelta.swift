// Ported from mlx_lm/models/gated_delta.py, mlx-lm 0.32.2, MIT,
// sha256 f69e837ea68641dbb06fdb5dcc024a9a7e1d9353f08ae58c05275253a0c39428.
// What a machine without Metal computes.

import Foundation
import MLX

extension MLXLM {
    /// Queries and keys of length 1, times what scores are scaled with (`normalize_qk`).
    ///
    /// - Parameters:
    ///   - inverseScale: the factor of the keys; the queries get its square
    ///   - eps: what is added to the sum of squares
    public static func normalizeQK(
        _ q: MLXArray, _ k: MLXArray, inverseScale: Double, eps: Double
    ) -> (MLXArray, MLXArray) {
        let rmsEps = Float(eps * pow(inverseScale, 2))
        return (
            pow(inverseScale, 2) * MLXFast.rmsNorm(q, weight: nil, eps: rmsEps),
            inverseScale * MLXFast.rmsNorm(k, weight: nil, eps: rmsEps)
        )
    }

    /// The share of each head's state that a token leaves, never less than `exp(lowerBound)`
    /// (`compute_lower_bound_g`).
    public static func computeLowerBoundG(
        _ aLog: MLXArray, _ a: MLXArray, _ dtBias: MLXArray, _ lowerBound: Double
    ) -> MLXArray {
        compiled(aLog, a, dtBias, by: lowerBound, shapeless: true) { aLog, a, dtBias in
            exp(
                lowerBound
                    * sigmoid(exp(aLog.asType(.float32)) * (a.asType(.float32) + dtBias)))
        }
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
    ///   - allowNegEigval: whether gates of what is written reach to 2 instead of 1
    public static func gatedDeltaUpdate(
        _ q: MLXArray, _ k: MLXArray, _ v: MLXArray, _ a: MLXArray, _ b: MLXArray,
        _ aLog: MLXArray, _ dtBias: MLXArray, state: MLXArray? = nil, mask: MLXArray? = nil,
        lowerBound: Double? = nil, allowNegEigval: Bool = false
    ) -> (MLXArray, MLXArray) {
        var beta = sigmoid(b)
        if allowNegEigval { beta = beta * 2.0 }
        let g =
            lowerBound.map { computeLowerBoundG(aLog, a, dtBias, $0) } ?? computeG(aLog, a, dtBias)
        return gatedDeltaOps(q, k, v, g, beta, state, mask: mask)
    }
}
