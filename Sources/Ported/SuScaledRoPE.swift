// Ported from mlx_vlm/models/rope_utils.py (`SuScaledRoPE`), mlx-vlm 0.7.10, MIT,
// sha256 6944f69a03c41cbb9613afbd2f1b54b71c504840aaeb0eade39c6109dbfdd25b.

import Foundation
import MLX
import MLXNN

/// Rotary embedding of LongRoPE: one set of frequencies for sequences that end within the original
/// context, another for longer ones, chosen at each call.
///
/// Stands for `SuScaledRoPE`.
public final class SuScaledRoPE: Module, RotaryEmbedding {
    let originalMaxPositionEmbeddings: Int
    let dim: Int
    /// float32 `[dims / 2]`.
    let _shortFreqs: MLXArray
    /// float32 `[dims / 2]`.
    let _longFreqs: MLXArray
    /// float32, a scalar.
    let _shortScale: MLXArray
    /// float32, a scalar.
    let _longScale: MLXArray

    /// - Parameters:
    ///   - dims: how many features are rotated
    ///   - shortFactor: a factor for each frequency, or one for all, within the original context
    ///   - longFactor: the same beyond it
    ///   - shortMscale: the factor on the input within the original context
    ///   - longMscale: the same beyond it
    /// - Throws: `RoPEError` if the input's default factor is undefined for these numbers.
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
        self.originalMaxPositionEmbeddings = originalMaxPositionEmbeddings
        dim = dims

        let freqs = base ** (arange(0, dims, step: 2, dtype: .float32) / dims)
        _shortFreqs = MLXArray(shortFactor.map(Float.init)) * freqs
        _longFreqs = MLXArray(longFactor.map(Float.init)) * freqs

        let factor = Double(maxPositionEmbeddings) / Double(originalMaxPositionEmbeddings)
        let scale =
            factor <= 1
            ? 1 : sqrt(1 + log(factor) / log(Double(originalMaxPositionEmbeddings)))
        guard scale.isFinite else {
            throw RoPEError.invalid(
                key: "original_max_position_embeddings",
                reason: "\(originalMaxPositionEmbeddings) gives no scale for "
                    + "max_position_embeddings \(maxPositionEmbeddings)")
        }
        _shortScale = MLXArray(Float(shortMscale ?? scale))
        _longScale = MLXArray(Float(longMscale ?? scale))
        super.init()
        eval(_shortFreqs, _longFreqs, _shortScale, _longScale)
    }

    public func callAsFunction(_ x: MLXArray, offset: Int) -> MLXArray {
        observe { rotate(x, .scalar(offset), MLXArray(Int32(offset))) }
    }

    public func callAsFunction(_ x: MLXArray, offset: MLXArray) -> MLXArray {
        observe { rotate(x, .array(offset), offset.asType(.int32)) }
    }

    private func rotate(
        _ x: MLXArray, _ offset: RotaryOffset, _ positions: MLXArray
    ) -> MLXArray {
        let positionEnd = positions.max() + x.dim(-2)
        let useLong = positionEnd .> originalMaxPositionEmbeddings
        let freqs = which(useLong, _longFreqs, _shortFreqs)
        let scale = which(useLong, _longScale, _shortScale)

        var x = x
        let rotatedPart = scale.asType(x.dtype) * x[.ellipsis, ..<dim]
        if dim < x.dim(-1) {
            x = concatenated([rotatedPart, x[.ellipsis, dim...]], axis: -1)
        } else {
            x = rotatedPart
        }
        return rotated(x, dimensions: dim, traditional: false, offset: offset, freqs: freqs)
    }
}
