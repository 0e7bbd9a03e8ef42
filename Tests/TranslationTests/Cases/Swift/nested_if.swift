import MLX
import MLXNN

/// `NestedIf`, nested_if.py:6.
public final class CaseNestedIf: Module {
    let config: CaseConfiguration
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        self.config = config
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `NestedIf.__call__`, nested_if.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var y: MLXArray
        if config.useBias {
            y = if config.tied { x * 2 } else { x * 3 }
        } else {
            y = proj(x)
        }
        return y
    }
}
