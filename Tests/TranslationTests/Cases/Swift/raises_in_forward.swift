import MLX
import MLXNN

/// `RaisesInForward`, raises_in_forward.py:6.
public final class CaseRaisesInForward: Module {
    let size: Int
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        size = config.hiddenSize
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `RaisesInForward.halves`, raises_in_forward.py:12.
    public func halves(_ x: MLXArray) -> (MLXArray, MLXArray) {
        guard x.ndim > 1 else {
            let failed = MLXArray.raised("AssertionError", "x.ndim > 1")
            return (failed, failed)
        }
        if x.dim(-1) != size {
            let failed = MLXArray.raised("ValueError", "\(x.dim(-1)) columns, not \(size)")
            return (failed, failed)
        }
        return (x, x * 2)
    }

    /// `RaisesInForward.__call__`, raises_in_forward.py:18.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let (a, b) = halves(x)
        if a.dim(0) == 1 { return MLXArray.raised("NotImplementedError", "one row") }
        return proj(a + b)
    }
}
