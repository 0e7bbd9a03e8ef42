// Ported from mlx_lm/models/rope_utils.py (`DynamicNTKScalingRoPE`), mlx-lm 0.32.2, MIT,
// sha256 06466d57dfe1ccc1e61ba595c0a8f2dd3a14bcb5c6a1d06c67591dc03128606b.

import Foundation
import MLX
import MLXNN

extension MLXLM {
    /// Rotary embedding whose base grows with the sequence beyond the context length.
    public final class DynamicNTKScalingRoPE: Module, RotaryEmbedding {
        let dims: Int
        let maxPositionEmbeddings: Int
        let traditional: Bool
        let base: Double
        let factor: Double

        /// - Throws: `RoPEError` if the base is undefined for these numbers.
        public init(
            dims: Int, maxPositionEmbeddings: Int, traditional: Bool, base: Double, factor: Double
        ) throws {
            guard dims != 2, maxPositionEmbeddings != 0 else {
                throw RoPEError.invalidArgument(
                    name: dims == 2 ? "dims" : "max_position_embeddings", reason: "gives no base")
            }
            self.dims = dims
            self.maxPositionEmbeddings = maxPositionEmbeddings
            self.traditional = traditional
            self.base = base
            self.factor = factor
        }

        public func callAsFunction(_ x: MLXArray, offset: Int) -> MLXArray {
            observe {
                let length = Double(max(x.dim(-2) + offset, maxPositionEmbeddings))
                let stretch = (factor * length / Double(maxPositionEmbeddings)) - (factor - 1)
                let base = base * pow(stretch, Double(dims) / Double(dims - 2))
                return MLXFast.RoPE(
                    x, dimensions: dims, traditional: traditional, base: Float(base), scale: 1,
                    offset: offset)
            }
        }

        /// The Python takes a number only; an array of one is read.
        public func callAsFunction(_ x: MLXArray, offset: MLXArray) -> MLXArray {
            self(x, offset: offset.item(Int.self))
        }
    }
}
