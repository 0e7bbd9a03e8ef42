import MLX
import MLXNN

/// `NestedTargets`, nested_targets.py:6.
public final class CaseNestedTargets: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `NestedTargets.parts`, nested_targets.py:11.
    public func parts(_ x: MLXArray) -> (MLXArray, (MLXArray, MLXArray)) {
        (proj(x), (x + 1, x + 2))
    }

    /// `NestedTargets.__call__`, nested_targets.py:14.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let (y, (a, b)) = parts(x)
        return y + a * b
    }
}
