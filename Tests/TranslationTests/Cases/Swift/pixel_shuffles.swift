import MLX
import MLXNN
import ModelPorted

/// `PixelShuffles`, pixel_shuffles.py:9.
public final class CasePixelShuffles: Module {
    let ratio: Double?
    @ModuleInfo var sizes: Embedding

    public init(_ config: CaseConfiguration) {
        ratio = config.factor
        _sizes.wrappedValue = Embedding(embeddingCount: 4, dimensions: 8)
    }

    /// `PixelShuffles.__call__`, pixel_shuffles.py:15.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var wide = x.reshaped(2, 16, -1)
        let narrow = pixelShuffle(wide, ratio!)
        wide = wide.reshaped(2, 4, 4, -1)
        let places = interpolate(wide, [6, 5], mode: .cubic(alignCorners: false))
        let flat = interpolate(wide, [9, 7], mode: .linear(alignCorners: false))
        let near = interpolate(wide, [8, 6], mode: .nearest)
        return sum(narrow) + sum(places) + sum(flat) + sum(near) + narrow
    }
}
