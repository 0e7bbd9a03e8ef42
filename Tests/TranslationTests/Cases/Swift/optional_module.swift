import MLX
import MLXNN

/// `OptionalModule`, optional_module.py:6.
public final class CaseOptionalModule: Module {
    @ModuleInfo var extra: Linear?
    @ModuleInfo var head: Linear?

    public init(_ config: CaseConfiguration) {
        if config.useBias { _extra.wrappedValue = Linear(4, 4) }
        if !config.tied { _head.wrappedValue = Linear(4, 4, bias: false) }
    }

    /// `OptionalModule.__call__`, optional_module.py:15.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        if let extra { x = extra(x) }
        guard let head else { return x }
        return head(x)
    }
}
