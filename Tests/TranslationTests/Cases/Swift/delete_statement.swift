import MLX
import MLXNN

/// `DeleteStatement`, delete_statement.py:6.
public final class CaseDeleteStatement: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `DeleteStatement.__call__`, delete_statement.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        _ = proj(x)
        return x
    }
}
