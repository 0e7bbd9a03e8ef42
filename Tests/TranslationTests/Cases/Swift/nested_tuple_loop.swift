import MLX
import MLXNN
import ModelPorted

/// `NestedTupleLoop`, nested_tuple_loop.py:10.
public final class CaseNestedTupleLoop: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `NestedTupleLoop.__call__`, nested_tuple_loop.py:16.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        for (i, (a, b)) in zip([1, 2], [3, 4]).enumerated() {
            x = x * a + b + i
        }
        return x
    }
}
