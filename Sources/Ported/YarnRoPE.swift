// Ported from mlx_vlm/models/rope_utils.py (`YarnRoPE`), mlx-vlm 0.7.10, MIT,
// sha256 6944f69a03c41cbb9613afbd2f1b54b71c504840aaeb0eade39c6109dbfdd25b.

import Foundation
import MLX
import MLXNN

/// Rotary embedding of YaRN: frequencies are interpolated between the original and the scaled ones
/// along a ramp, and the input is scaled by `mscale`.
///
/// Stands for `YarnRoPE`.
public final class YarnRoPE: Module, RotaryEmbedding {
    let dims: Int
    let traditional: Bool
    /// The factor on the rotated part of the input.
    let mscale: Double
    /// float32 `[dims / 2]`.
    let _freqs: MLXArray

    /// - Throws: `RoPEError` if the correction range is undefined for these numbers.
    public init(
        dims: Int,
        traditional: Bool = false,
        maxPositionEmbeddings: Int? = 2048,
        base: Double = 10000,
        scalingFactor: Double = 1,
        originalMaxPositionEmbeddings: Double = 4096,
        betaFast: Double = 32,
        betaSlow: Double = 1,
        mscale: Double = 1,
        mscaleAllDim: Double = 0
    ) throws {
        func correctionDim(_ numRotations: Double, _ key: String) throws -> Double {
            let dim =
                Double(dims) * log(originalMaxPositionEmbeddings / (numRotations * 2 * Double.pi))
                / (2 * log(base))
            guard dim.magnitude < Double(Int32.max) else {
                throw RoPEError.invalid(
                    key: key,
                    reason: "has no correction dimension for rope_theta \(base) and "
                        + "original_max_position_embeddings \(originalMaxPositionEmbeddings)")
            }
            return dim
        }

        func correctionRange() throws -> (Int, Int) {
            let low = Int(try correctionDim(betaFast, "beta_fast").rounded(.down))
            let high = Int(try correctionDim(betaSlow, "beta_slow").rounded(.up))
            return (max(low, 0), min(high, dims - 1))
        }

        func inputScale(_ scale: Double, _ mscale: Double) -> Double {
            scale <= 1 ? 1 : 0.1 * mscale * log(scale) + 1
        }

        func linearRampMask(_ minimum: Int, _ maximum: Int, _ dim: Int) -> MLXArray {
            let maximum = minimum == maximum ? Double(maximum) + 0.001 : Double(maximum)
            let linear = (arange(dim, dtype: .float32) - minimum) / (maximum - Double(minimum))
            return clip(linear, min: 0, max: 1)
        }

        self.mscale = inputScale(scalingFactor, mscale) / inputScale(scalingFactor, mscaleAllDim)
        guard self.mscale.isFinite else {
            throw RoPEError.invalid(key: "mscale_all_dim", reason: "scales the input by 0")
        }
        let freqExtra = base ** (arange(0, dims, step: 2, dtype: .float32) / dims)
        let freqInter = scalingFactor * freqExtra
        let (low, high) = try correctionRange()
        let freqMask = 1.0 - linearRampMask(low, high, dims / 2)
        _freqs =
            (freqInter * freqExtra) / (freqInter * freqMask + freqExtra * (1 - freqMask))
        self.dims = dims
        self.traditional = traditional
        super.init()
        eval(_freqs)
    }

    public func callAsFunction(_ x: MLXArray, offset: Int) -> MLXArray {
        observe { rotate(x, .scalar(offset)) }
    }

    public func callAsFunction(_ x: MLXArray, offset: MLXArray) -> MLXArray {
        observe { rotate(x, .array(offset)) }
    }

    private func rotate(_ x: MLXArray, _ offset: RotaryOffset) -> MLXArray {
        var x = x
        if mscale != 1 {
            x = x[0...]
            x[.ellipsis, ..<dims] = mscale * x[.ellipsis, ..<dims]
        }
        return rotated(x, dimensions: dims, traditional: traditional, offset: offset, freqs: _freqs)
    }
}
