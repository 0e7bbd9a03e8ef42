import MLX
import MLXNN

/// `SplitUnpacking`, split_unpacking.py:6.
public final class CaseSplitUnpacking: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 8)
    }

    /// `SplitUnpacking.__call__`, split_unpacking.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        let parts = split(proj(x), parts: 2, axis: -1)
        let gate = parts[0]
        x = parts[1]
        return silu(gate) * x
    }
}
