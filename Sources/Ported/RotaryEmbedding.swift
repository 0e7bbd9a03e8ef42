import MLX
import MLXNN

/// A module that rotates queries and keys by their positions.
public protocol RotaryEmbedding: Module {
    /// Rotates `x` `[…, L, D]`, whose first position is `offset`.
    func callAsFunction(_ x: MLXArray, offset: Int) -> MLXArray

    /// Rotates `x` `[B, …, L, D]`, whose first positions are `offset`: int32, one for all rows or
    /// `[B]`.
    func callAsFunction(_ x: MLXArray, offset: MLXArray) -> MLXArray
}

extension RotaryEmbedding {
    /// Rotates `x` `[…, L, D]`, whose first position is 0.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        self(x, offset: 0)
    }
}

extension RoPE: RotaryEmbedding {}

/// The position of a call: Python's `int` or `mx.array`.
enum RotaryOffset {
    case scalar(Int)
    case array(MLXArray)
}

/// `mx.fast.rope` with frequencies of its own: `x` `[…, L, D]`, `freqs` float32 `[dims / 2]`.
func rotated(
    _ x: MLXArray, dimensions: Int, traditional: Bool, offset: RotaryOffset, freqs: MLXArray
) -> MLXArray {
    switch offset {
    case .scalar(let offset):
        MLXFast.RoPE(
            x, dimensions: dimensions, traditional: traditional, base: nil, scale: 1,
            offset: offset, freqs: freqs)
    case .array(let offset):
        MLXFast.RoPE(
            x, dimensions: dimensions, traditional: traditional, base: nil, scale: 1,
            offset: offset, freqs: freqs)
    }
}
