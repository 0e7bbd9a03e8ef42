import MLX
import MLXNN

/// `ConstantCondition`, constant_condition.py:10.
public final class CaseConstantCondition: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `ConstantCondition.__call__`, constant_condition.py:16.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x + 1
        while true {
            x = x + 3
            break
        }
        return x
    }
}
