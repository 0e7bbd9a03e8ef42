// Ported from mlx_lm/models/rope_utils.py (`SuScaledRoPE`), mlx-lm 0.32.2, MIT,
// sha256 06466d57dfe1ccc1e61ba595c0a8f2dd3a14bcb5c6a1d06c67591dc03128606b.

import Foundation
import MLX
import MLXNN

extension MLXLM {
    /// Rotary embedding of LongRoPE with the frequencies of long sequences, whatever the length.
    public final class SuScaledRoPE: Module, RotaryEmbedding {
        let dim: Int
        /// float32 `[dims / 2]`.
        let _freqs: MLXArray
        /// The factor on the rotated part of the input.
        let _scale: Double

        /// - Parameters:
        ///   - dims: how many features are rotated
        ///   - shortFactor: not used, as in Python
        ///   - longFactor: a factor for each frequency, or one for all
        ///   - shortMscale: not used, as in Python
        ///   - longMscale: the factor on the input; nil or 0 for that of the context lengths
        /// - Throws: `RoPEError` if the input's factor is undefined for these numbers.
        public init(
            dims: Int,
            base: Double = 10000,
            maxPositionEmbeddings: Int = 131_072,
            originalMaxPositionEmbeddings: Int = 4096,
            shortFactor: [Double] = [1],
            longFactor: [Double] = [1],
            shortMscale: Double? = nil,
            longMscale: Double? = nil
        ) throws {
            dim = dims
            guard [1, (dims + 1) / 2].contains(longFactor.count) else {
                throw RoPEError.invalid(
                    key: "long_factor",
                    reason: "must have \(dims / 2) numbers, found \(longFactor.count)")
            }
            let freqs = base ** (arange(0, dims, step: 2, dtype: .float32) / dims)
            _freqs = MLXArray(longFactor.map(Float.init)) * freqs

            guard originalMaxPositionEmbeddings != 0 else {
                throw RoPEError.invalid(
                    key: "original_max_position_embeddings", reason: "must not be 0")
            }
            let factor = Double(maxPositionEmbeddings) / Double(originalMaxPositionEmbeddings)
            let defaultScale =
                factor <= 1
                ? 1 : sqrt(1 + log(factor) / log(Double(originalMaxPositionEmbeddings)))
            _scale = longMscale.nonZero ?? defaultScale
            guard _scale.isFinite else {
                throw RoPEError.invalid(
                    key: "original_max_position_embeddings",
                    reason: "\(originalMaxPositionEmbeddings) gives no scale for "
                        + "max_position_embeddings \(maxPositionEmbeddings)")
            }
            super.init()
        }

        public func callAsFunction(_ x: MLXArray, offset: Int) -> MLXArray {
            observe { rotate(x, .scalar(offset)) }
        }

        public func callAsFunction(_ x: MLXArray, offset: MLXArray) -> MLXArray {
            observe { rotate(x, .array(offset)) }
        }

        private func rotate(_ x: MLXArray, _ offset: RotaryOffset) -> MLXArray {
            rotated(
                x.at[.ellipsis, ..<dim].multiply(_scale), dimensions: dim, traditional: false,
                offset: offset, freqs: _freqs)
        }
    }
}
