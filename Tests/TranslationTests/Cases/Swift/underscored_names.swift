import MLX
import MLXNN

/// `UnderscoredNames`, underscored_names.py:6.
public final class CaseUnderscoredNames: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `UnderscoredNames.__call__`, underscored_names.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let x3 = x * 2
        let x2 = proj(x3)
        let sizes = x.shape
        return x + x3 - x2 + sizes.count
    }
}
