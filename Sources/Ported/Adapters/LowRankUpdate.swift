// Ported from mlx_lm/tuner/lora.py, mlx-lm 0.32.2, MIT,
// sha256 4d3a8edab111d4ddba33398ba8700203db7b61621c39e9c348fdd50e57278b45.

import MLX
import MLXNN

/// A layer with an adapter, which can be made part of the layer's own weight.
public protocol AdaptedLayer: Module {
    /// The layer without the adapter, its weight changed as the adapter says. Python's `fuse`.
    ///
    /// - Parameter dequantize: whether a quantised layer becomes a plain one.
    func fused(dequantize: Bool) -> Module
}

/// What a low-rank adapter adds to a layer (LoRA, arXiv 2106.09685).
public struct LowRankUpdate {
    /// `[inputDimensions, rank]`; for experts `[experts, rank, inputDimensions]`.
    public let a: MLXArray
    /// `[rank, outputDimensions]`; for experts `[experts, outputDimensions, rank]`.
    public let b: MLXArray
    /// The factor of the whole update.
    public let scale: Double

    /// The two matrices of an adapter and its factor.
    public init(a: MLXArray, b: MLXArray, scale: Double) {
        self.a = a
        self.b = b
        self.scale = scale
    }

    /// The update of a linear layer's result for `x` `[…, inputDimensions]`, in its type.
    func callAsFunction(_ x: MLXArray) -> MLXArray {
        (scale * matmul(matmul(x, a), b)).asType(x.dtype)
    }

    /// The change of a weight `[outputDimensions, inputDimensions]`, in its type.
    func delta(of weight: MLXArray) -> MLXArray {
        matmul(scale * b.T, a.T).asType(weight.dtype)
    }
}
