import MLX
import MLXNN

/// `TupleNewAndOld`, tuple_new_and_old.py:6.
public final class CaseTupleNewAndOld: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `TupleNewAndOld.both`, tuple_new_and_old.py:12.
    public func both(_ x: MLXArray) -> (MLXArray, MLXArray) { (proj(x), x) }

    /// `TupleNewAndOld.__call__`, tuple_new_and_old.py:15.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var total = x
        let y: MLXArray
        (y, total) = both(total)
        return y + total
    }
}
