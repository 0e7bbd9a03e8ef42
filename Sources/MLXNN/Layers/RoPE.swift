import MLX

/// A layer that needs to know how many positions come before its input.
public protocol OffsetLayer: Module {
    /// The layer's output for `x`, whose first position is `offset`.
    func callAsFunction(_ x: MLXArray, offset: Int) -> MLXArray
}

/// A layer that needs to know how many positions come before each example of its input.
public protocol ArrayOffsetLayer: Module {
    /// The layer's output for `x`, whose first positions are `offset`, one number or `[B]`.
    func callAsFunction(_ x: MLXArray, offset: MLXArray) -> MLXArray
}

/// Rotary position encoding (`nn.RoPE`).
public final class RoPE: Module, UnaryLayer, OffsetLayer, ArrayOffsetLayer {
    let dimensions: Int
    let traditional: Bool
    let base: Float
    let scale: Float

    /// A layer.
    ///
    /// - Parameters:
    ///   - dimensions: how many of the last axis's values are rotated
    ///   - traditional: whether neighbours are rotated with each other, not the halves
    ///   - base: of the geometric series of frequencies
    ///   - scale: by which positions are multiplied
    public init(
        dimensions: Int, traditional: Bool = false, base: Float = 10_000, scale: Float = 1
    ) {
        self.dimensions = dimensions
        self.traditional = traditional
        self.base = base
        self.scale = scale
    }

    /// What the layer was made with.
    package var options: (dimensions: Int, traditional: Bool, base: Float, scale: Float) {
        (dimensions, traditional, base, scale)
    }

    /// Sizes and options.
    public override func describeExtra(_ indent: Int) -> String {
        "(dimensions=\(dimensions), traditional=\(traditional), base=\(base), scale=\(scale))"
    }

    /// `[B, …, L, D]`, rotated from position `offset` on.
    public func callAsFunction(_ x: MLXArray, offset: Int) -> MLXArray {
        observe {
            MLXFast.RoPE(
                x, dimensions: dimensions, traditional: traditional, base: base, scale: scale,
                offset: offset)
        }
    }

    /// `[B, …, L, D]`, each example rotated from its `offset` on.
    public func callAsFunction(_ x: MLXArray, offset: MLXArray) -> MLXArray {
        observe {
            MLXFast.RoPE(
                x, dimensions: dimensions, traditional: traditional, base: base, scale: scale,
                offset: offset)
        }
    }

    /// `[B, …, L, D]`, rotated from position 0 on.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        callAsFunction(x, offset: 0)
    }
}
