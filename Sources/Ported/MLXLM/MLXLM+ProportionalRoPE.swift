// Ported from mlx_lm/models/rope_utils.py (`ProportionalRoPE`), mlx-lm 0.32.2, MIT,
// sha256 06466d57dfe1ccc1e61ba595c0a8f2dd3a14bcb5c6a1d06c67591dc03128606b.

import MLX
import MLXNN

extension MLXLM {
    /// Rotary embedding that rotates a part of the frequencies of all features: the others are
    /// infinite.
    public final class ProportionalRoPE: Module, RotaryEmbedding {
        let dims: Int
        let traditional: Bool
        /// float32 `[dims / 2]`.
        let _freqs: MLXArray

        /// - Parameters:
        ///   - rotatedDims: how many features are rotated
        ///   - factor: the factor on the frequencies
        /// - Throws: `RoPEError` if more features are to be rotated than there are.
        public init(
            dims: Int, rotatedDims: Int, traditional: Bool = false, base: Double = 10000,
            factor: Double = 1
        ) throws {
            self.dims = dims
            self.traditional = traditional
            guard (0...dims).contains(rotatedDims) else {
                throw RoPEError.invalid(
                    key: "partial_rotary_factor",
                    reason: "rotates \(rotatedDims) of \(dims) features")
            }
            let exponents = arange(0, rotatedDims, step: 2, dtype: .float32) / dims
            _freqs = concatenated([
                factor * (base ** exponents),
                MLXArray.full([(dims - rotatedDims) / 2], values: MLXArray(Float.infinity)),
            ])
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
                x, dimensions: dims, traditional: traditional, offset: offset, freqs: _freqs)
        }
    }
}
