import Foundation
import MLX
import MLXNN
import ModelRuntime

/// `PatternSubstitution`, pattern_substitution.py:7.
public final class CasePatternSubstitution: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `PatternSubstitution.__call__`, pattern_substitution.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) }

    /// `PatternSubstitution.sanitize`, pattern_substitution.py:15.
    public func sanitize(_ weights: OrderedWeights) -> OrderedWeights {
        var renamed: OrderedWeights = [:]
        for (key, value) in weights {
            var key = key
            key = key.replacingOccurrences(of: "parts.0.", with: "first.")
            renamed[key.replacingOccurrences(of: ".gamma", with: ".weight")] = value
        }
        return renamed
    }
}
