import MLX
import MLXNN

/// `TupleResult`, tuple_result.py:10.
public final class CaseTupleResult: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `TupleResult.__call__`, tuple_result.py:16.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let (a, b) = split(x)
        let pair = split(a)
        return pair.0 + pair.1 + b
    }

    /// `TupleResult.split`, tuple_result.py:21.
    public func split(_ x: MLXArray) -> (MLXArray, MLXArray) { (proj(x), x) }
}
