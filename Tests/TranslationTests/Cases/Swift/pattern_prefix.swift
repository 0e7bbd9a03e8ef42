import MLX
import MLXNN
import ModelRuntime

/// `PatternPrefix`, pattern_prefix.py:8.
public final class CasePatternPrefix: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `PatternPrefix.__call__`, pattern_prefix.py:13.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) }

    /// `PatternPrefix.sanitize`, pattern_prefix.py:16.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        try weights.mapKeys { k in
            k.hasPrefix("model.")
                ? "\(k.split(by: ".", atMost: 1)[1])" : k.hasPrefix("lm_head") ? "head.\(k)" : k
        }
    }
}
