import MLX
import MLXNN

/// `AbsentInTupleEncoder`, absent_in_tuple.py:6.
public final class CaseAbsentInTupleEncoder: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `AbsentInTupleEncoder.__call__`, absent_in_tuple.py:11.
    public func callAsFunction(_ x: MLXArray) -> (MLXArray, Void?) { (proj(x), nil) }
}

/// `AbsentInTuple`, absent_in_tuple.py:16.
public final class CaseAbsentInTuple: Module {
    @ModuleInfo var encoder: CaseAbsentInTupleEncoder

    public init(_ config: CaseConfiguration) {
        _encoder.wrappedValue = CaseAbsentInTupleEncoder(config)
    }

    /// `AbsentInTuple.__call__`, absent_in_tuple.py:21.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { encoder(x).0 }
}
