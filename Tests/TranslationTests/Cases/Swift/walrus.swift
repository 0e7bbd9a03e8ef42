import MLX
import MLXNN

/// `Walrus`, walrus.py:6.
public final class CaseWalrus: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `Walrus.__call__`, walrus.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let n = x.ndim
        if n > 2 { return x * n }
        return proj(x)
    }
}
