import MLX
import MLXNN

/// `TupleAssignment`, tuple_assignment.py:6.
public final class CaseTupleAssignment: Module {
    @ModuleInfo(key: "q_proj") var qProj: Linear
    @ModuleInfo(key: "k_proj") var kProj: Linear

    public init(_ config: CaseConfiguration) {
        _qProj.wrappedValue = Linear(4, 4)
        _kProj.wrappedValue = Linear(4, 4)
    }

    /// `TupleAssignment.__call__`, tuple_assignment.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let (batch, length) = (x.dim(0), x.dim(1))
        var (q, k) = (qProj(x), kProj(x))
        (q, k) = (q.reshaped(batch, length, -1), k.reshaped(batch, length, -1))
        return q + k
    }
}
