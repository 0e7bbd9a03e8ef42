import Foundation
import MLX
import MLXNN
import ModelRuntime

/// `PatternReplaced`, pattern_replaced.py:8.
public final class CasePatternReplaced: Module {
    @ModuleInfo var first: Linear
    @ModuleInfo var second: Linear

    public init(_ config: CaseConfiguration) {
        _first.wrappedValue = Linear(4, 4)
        _second.wrappedValue = Linear(4, 4)
    }

    /// `PatternReplaced.__call__`, pattern_replaced.py:14.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { second(first(x)) }

    /// `PatternReplaced.sanitize`, pattern_replaced.py:17.
    public func sanitize(_ weights: OrderedWeights) -> OrderedWeights {
        var renamed: OrderedWeights = [:]
        for (k, v) in weights {
            var k = k
            k = k.replacingOccurrences(of: "block.0.", with: "block.first.")
            k = k.replacingOccurrences(of: "block.1.", with: "block.second.")
            renamed[k] = v
        }
        return renamed
    }
}
