import MLX
import MLXNN

/// `AssignedLoopVariable`, assigned_loop_variable.py:6.
public final class CaseAssignedLoopVariable: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `AssignedLoopVariable.__call__`, assigned_loop_variable.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        for n in 0..<3 {
            var n = n
            if n == 1 { n = n + 1 }
            x = x * n
        }
        return proj(x)
    }
}
