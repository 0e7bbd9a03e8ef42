import MLX
import MLXNN

/// `ConditionalUpdate`, conditional_update.py:6.
public final class CaseConditionalUpdate: Module {
    let config: CaseConfiguration
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        self.config = config
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `ConditionalUpdate.__call__`, conditional_update.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var y = proj(x)
        if config.useBias { y = y + x }
        if let window = config.window, config.label != nil { y = y[0..., ..<window] }
        return y
    }
}
