// Ported from mlx_vlm/models/rope_utils.py (`ProportionalRoPE`), mlx-vlm 0.7.10, MIT,
// sha256 6944f69a03c41cbb9613afbd2f1b54b71c504840aaeb0eade39c6109dbfdd25b.

import MLX
import MLXNN

/// Rotary embedding that rotates a part of the frequencies of all features: the others are infinite.
///
/// Stands for `ProportionalRoPE`.
public final class ProportionalRoPE: Module, RotaryEmbedding {
    let dims: Int
    let traditional: Bool
    /// How many pairs of features are rotated.
    let ropeAngles: Int
    /// float32 `[dims / 2]`.
    let _freqs: MLXArray

    /// The frequencies, float32 `[dims / 2]`.
    public var freqs: MLXArray { _freqs }

    /// - Parameters:
    ///   - rotatedDims: how many features are rotated; nil for `partial_rotary_factor` of them
    ///   - factor: the factor on the frequencies; nil for `factor` of `scalingConfig`
    /// - Throws: `RoPEError` if more features are to be rotated than there are.
    public init(
        dims: Int,
        rotatedDims: Int? = nil,
        traditional: Bool = false,
        base: Double = 10000,
        factor: Double? = nil,
        scalingConfig: RoPEScaling? = nil
    ) throws {
        self.dims = dims
        self.traditional = traditional

        let scalingConfig = scalingConfig ?? [:]
        let factor = try factor ?? scalingConfig.double("factor", default: 1)
        let rotatedDims =
            try rotatedDims
            ?? {
                let part = try scalingConfig.double("partial_rotary_factor", default: 1)
                return try 2 * (part * Double(dims)).floorDivided(by: 2).truncatedToInt()
            }()

        if rotatedDims > dims {
            throw RoPEError.invalid(
                key: "partial_rotary_factor", reason: "rotates \(rotatedDims) of \(dims) features")
        }

        ropeAngles = rotatedDims.floorQuotient(2)
        let nopeAngles = dims / 2 - ropeAngles

        if ropeAngles > 0 {
            let exponents = arange(0, 2 * ropeAngles, step: 2, dtype: .float32) / dims
            var freqs = factor * pow(base, exponents)
            if nopeAngles > 0 {
                freqs = concatenated(
                    [freqs, MLXArray.full([nopeAngles], values: MLXArray(Float.infinity))])
            }
            _freqs = freqs
        } else {
            _freqs = MLXArray.full([dims / 2], values: MLXArray(Float.infinity))
        }
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
        if ropeAngles <= 0 { return x }
        return rotated(x, dimensions: dims, traditional: traditional, offset: offset, freqs: _freqs)
    }
}
