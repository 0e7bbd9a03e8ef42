import MLX
import MLXNN
import ModelRuntime

/// `SanitizeFilter`, sanitize_filter.py:6.
public final class CaseSanitizeFilter: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `SanitizeFilter.__call__`, sanitize_filter.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) }

    /// `SanitizeFilter.sanitize`, sanitize_filter.py:15.
    public func sanitize(_ weights: OrderedWeights) -> OrderedWeights {
        weights.filter { k, _ in !k.contains("inv_freq") && !k.hasSuffix(".bias") }
    }
}
