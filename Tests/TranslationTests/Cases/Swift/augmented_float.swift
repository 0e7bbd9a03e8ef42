import MLX
import MLXNN

/// `AugmentedFloat`, augmented_float.py:6.
public final class CaseAugmentedFloat: Module {
    let scale: Double
    let factor: Double
    let half: Double

    public init(_ config: CaseConfiguration) {
        var scale: Double = 1
        scale *= config.eps
        var factor = 2.0
        factor += Double(config.numLayers)
        var half: Double = Double(config.hiddenSize)
        half /= Double(config.numLayers)
        self.scale = scale
        self.factor = factor
        self.half = half
    }

    /// `AugmentedFloat.__call__`, augmented_float.py:19.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { x * scale * factor * half }
}
