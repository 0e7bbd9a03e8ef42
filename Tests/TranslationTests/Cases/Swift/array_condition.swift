import MLX
import MLXNN

/// `ArrayCondition`, array_condition.py:6.
public final class CaseArrayCondition: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `ArrayCondition.__call__`, array_condition.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        if (sum(x) .> 0).item(Bool.self) { return x }
        return proj(x)
    }
}
