import MLX
import MLXNN

/// `AlwaysNone`, always_none.py:25.
public final class CaseAlwaysNone: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `AlwaysNone.__call__`, always_none.py:30.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let y = proj(x)
        return y
    }
}
