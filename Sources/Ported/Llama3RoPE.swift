// Ported from mlx_vlm/models/rope_utils.py (`Llama3RoPE`), mlx-vlm 0.7.10, MIT,
// sha256 6944f69a03c41cbb9613afbd2f1b54b71c504840aaeb0eade39c6109dbfdd25b.

import MLX
import MLXNN

/// Rotary embedding of Llama 3: low frequencies are slowed down by `factor`, high ones are kept,
/// those between are blended.
///
/// Stands for `Llama3RoPE`.
public final class Llama3RoPE: Module, RotaryEmbedding {
    let dims: Int
    let maxPositionEmbeddings: Int?
    let traditional: Bool
    /// float32 `[dims / 2]`.
    let _freqs: MLXArray

    /// - Throws: `RoPEError` if `factor` is missing or an entry is unusable.
    public init(
        dims: Int,
        maxPositionEmbeddings: Int? = 2048,
        traditional: Bool = false,
        base: Double = 10000,
        scalingConfig: RoPEScaling
    ) throws {
        self.dims = dims
        self.maxPositionEmbeddings = maxPositionEmbeddings
        self.traditional = traditional

        let factor = try scalingConfig.double("factor")
        let lowFreqFactor = try scalingConfig.double("low_freq_factor", default: 1)
        let highFreqFactor = try scalingConfig.double("high_freq_factor", default: 4)
        let oldContextLen = try scalingConfig.double(
            "original_max_position_embeddings", default: 8192)
        for (key, value) in [
            ("low_freq_factor", lowFreqFactor), ("high_freq_factor", highFreqFactor),
        ] where value == 0 {
            throw RoPEError.invalid(key: key, reason: "must not be 0")
        }

        let lowFreqWavelen = oldContextLen / lowFreqFactor
        let highFreqWavelen = oldContextLen / highFreqFactor

        var freqs = base ** (arange(0, dims, step: 2) / dims)
        let wavelens = 2 * Double.pi * freqs

        freqs = which(wavelens .> lowFreqWavelen, freqs * factor, freqs)
        let isMediumFreq = (wavelens .> highFreqWavelen) & (wavelens .< lowFreqWavelen)
        let smoothFactors =
            (oldContextLen / wavelens - lowFreqFactor) / (highFreqFactor - lowFreqFactor)
        let smoothFreqs = freqs / ((1 - smoothFactors) / factor + smoothFactors)
        _freqs = which(isMediumFreq, smoothFreqs, freqs)
        eval(_freqs)
    }

    public func callAsFunction(_ x: MLXArray, offset: Int) -> MLXArray {
        observe { rotate(x, .scalar(offset)) }
    }

    public func callAsFunction(_ x: MLXArray, offset: MLXArray) -> MLXArray {
        observe { rotate(x, .array(offset)) }
    }

    private func rotate(_ x: MLXArray, _ offset: RotaryOffset) -> MLXArray {
        rotated(x, dimensions: dims, traditional: traditional, offset: offset, freqs: _freqs)
    }
}
