import MLX
import MLXNN

/// `AugmentedAssignment`, augmented_assignment.py:6.
public final class CaseAugmentedAssignment: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        var n = config.hiddenSize
        n += 2
        n *= config.numLayers
        _proj.wrappedValue = Linear(n, n)
    }

    /// `AugmentedAssignment.__call__`, augmented_assignment.py:14.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var y = proj(x)
        y += x
        y *= 2
        return y
    }
}
