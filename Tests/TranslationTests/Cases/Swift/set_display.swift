import MLX
import MLXNN

/// `SetDisplay`, set_display.py:6.
public final class CaseSetDisplay: Module {
    let config: CaseConfiguration
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        self.config = config
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `SetDisplay.__call__`, set_display.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        if Set(["silu", "gelu"]).contains(config.activation) { return x }
        return proj(x)
    }
}
