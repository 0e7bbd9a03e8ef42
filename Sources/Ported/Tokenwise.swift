// Ported from mlx_vlm/models/linear.py (`tokenwise`, `DECODE_BLOCK_SIZE`), mlx-vlm 0.7.10, MIT,
// sha256 148a56193feaf170097ff1c5edccca8165c1b5df878f1605778c4d3642a4d2fa.

import MLX

/// The most tokens of a block that is computed as its tokens one by one would be.
let decodeBlockSize = 8

/// The results of an operation for each token alone, one after the other.
///
/// - Parameters:
///   - x: the tokens `[B, L, …]`
///   - argument: what else the operation takes of each token, `[B, L, …]`
///   - operation: takes both for one token, `[B, 1, …]`, and gives `[B, 1, …]`
/// - Returns: `[B, L, …]`.
func tokenwise(
    _ x: MLXArray, _ argument: MLXArray, operation: (MLXArray, MLXArray) -> MLXArray
) -> MLXArray {
    func at(_ value: MLXArray, _ index: Int) -> MLXArray {
        contiguous(value[0..., index..<(index + 1)])
    }
    return concatenated(
        (0..<x.dim(1)).map { operation(at(x, $0), at(argument, $0)) }, axis: 1)
}
