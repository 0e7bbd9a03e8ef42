import MLX
import MLXNN

/// `OptionalAttribute`, optional_attribute.py:6.
public final class CaseOptionalAttribute: Module {
    @ModuleInfo var extra: Linear?

    public init(_ config: CaseConfiguration) {
        _extra.wrappedValue = config.useBias ? Linear(4, 4) : nil
    }

    /// `OptionalAttribute.__call__`, optional_attribute.py:11.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        if let extra { x = extra(x) }
        return x
    }
}
