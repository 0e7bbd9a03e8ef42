import MLX
import MLXNN

/// `ListUnpacking`, list_unpacking.py:6.
public final class CaseListUnpacking: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `ListUnpacking.__call__`, list_unpacking.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let parts = [proj(x), x]
        let a = parts[0]
        let b = parts[1]
        return a + b
    }
}
