import MLX
import MLXNN

/// `ChainedAssignment`, chained_assignment.py:6.
public final class CaseChainedAssignment: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `ChainedAssignment.__call__`, chained_assignment.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let a = proj(x)
        let b = a
        return a + b
    }
}
