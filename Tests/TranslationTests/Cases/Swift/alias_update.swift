import MLX
import MLXNN

/// `AliasUpdate`, alias_update.py:6.
public final class CaseAliasUpdate: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `AliasUpdate.__call__`, alias_update.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let residual = x
        var y = proj(x)
        y += residual
        return y - residual
    }
}
