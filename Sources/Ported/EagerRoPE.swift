// Ported from mlx_vlm/models/rope_utils.py (`EagerRoPE`), mlx-vlm 0.7.10, MIT,
// sha256 6944f69a03c41cbb9613afbd2f1b54b71c504840aaeb0eade39c6109dbfdd25b.

import MLX
import MLXNN

/// Rotary embedding computed from float32 angles with sine and cosine in the input's dtype, instead
/// of by the engine's kernel.
///
/// Stands for `EagerRoPE`.
public final class EagerRoPE: Module, RotaryEmbedding {
    let dims: Int
    let traditional: Bool
    let base: Double
    let scale: Double
    /// float32 `[dims / 2]`.
    let _frequencies: MLXArray
    /// float32, a scalar.
    let _scale: MLXArray

    /// - Parameters:
    ///   - dims: how many features are rotated
    ///   - traditional: whether neighbours are rotated together, instead of the two halves
    ///   - scale: the factor on positions
    public init(dims: Int, traditional: Bool = false, base: Double = 10000, scale: Double = 1) {
        self.dims = dims
        self.traditional = traditional
        self.base = base
        self.scale = scale
        _frequencies = 1.0 / (base ** (arange(0, dims, step: 2, dtype: .float32) / dims))
        _scale = MLXArray(Float(scale))
        super.init()
        eval(_frequencies, _scale)
    }

    public func callAsFunction(_ x: MLXArray, offset: Int) -> MLXArray {
        observe { rotate(x, MLXArray(Float(offset))) }
    }

    public func callAsFunction(_ x: MLXArray, offset: MLXArray) -> MLXArray {
        observe { rotate(x, offset.asType(.float32)) }
    }

    private func rotate(_ x: MLXArray, _ offset: MLXArray) -> MLXArray {
        let rotate = traditional ? compiledTraditionalEagerRoPE : compiledEagerRoPE
        return rotate([x, offset, _frequencies, _scale])[0]
    }
}

private let compiledEagerRoPE = compile { eagerRoPE($0, traditional: false) }
private let compiledTraditionalEagerRoPE = compile { eagerRoPE($0, traditional: true) }

/// `_compiled_eager_rope` of input, offset, frequencies and scale.
@Sendable
private func eagerRoPE(_ inputs: [MLXArray], traditional: Bool) -> [MLXArray] {
    let (x, offset, frequencies, scale) = (inputs[0], inputs[1], inputs[2], inputs[3])
    let dims = frequencies.dim(0) * 2
    let angles = eagerAngles(x, offset, frequencies, scale, traditional)
    let cos = MLX.cos(angles).asType(x.dtype)[0..., .newAxis]
    let sin = MLX.sin(angles).asType(x.dtype)[0..., .newAxis]
    return [eagerApply(x, cos, sin, dims, traditional)]
}

/// `_eager_rope_angles`: `[B, L, dims]`, the batch 1 if all rows share an offset.
private func eagerAngles(
    _ x: MLXArray, _ offset: MLXArray, _ frequencies: MLXArray, _ scale: MLXArray,
    _ traditional: Bool
) -> MLXArray {
    var positions =
        arange(x.dim(-2), dtype: .float32)[.newAxis, 0...] + offset[.ellipsis, .newAxis]
    positions = positions * scale
    let angles = positions[0..., 0..., .newAxis] * frequencies[.newAxis, .newAxis]
    return traditional
        ? repeated(angles, count: 2, axis: -1) : concatenated([angles, angles], axis: -1)
}

/// `_eager_rope_rotate`: the first `dims` features of `x`, turned by a right angle.
private func eagerRotate(_ x: MLXArray, _ dims: Int, _ traditional: Bool) -> MLXArray {
    let x = x[.ellipsis, ..<dims]
    if traditional {
        let (even, odd) = (x[.ellipsis, .stride(by: 2)], x[.ellipsis, .stride(from: 1, by: 2)])
        return stacked([-odd, even], axis: -1).reshaped(x.shape)
    }
    let midpoint = dims / 2
    return concatenated([-x[.ellipsis, midpoint...], x[.ellipsis, ..<midpoint]], axis: -1)
}

/// `_eager_rope_apply`: the first `dims` features of `x` rotated, the others as they are.
private func eagerApply(
    _ x: MLXArray, _ cos: MLXArray, _ sin: MLXArray, _ dims: Int, _ traditional: Bool
) -> MLXArray {
    let ropePart = x[.ellipsis, ..<dims]
    let rotated = eagerRotate(x, dims, traditional)
    let output = ropePart * cos + rotated * sin
    if dims < x.dim(-1) {
        return concatenated([output, x[.ellipsis, dims...]], axis: -1)
    }
    return output
}
