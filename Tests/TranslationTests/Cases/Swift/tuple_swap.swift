import MLX
import MLXNN

/// `TupleSwap`, tuple_swap.py:6.
public final class CaseTupleSwap: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `TupleSwap.__call__`, tuple_swap.py:11.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var a = proj(x)
        var b = x + 1
        (a, b) = (b, a)
        return a - b
    }
}
