import MLX
import MLXNN

/// `ConditionalArray`, conditional_array.py:8.
public final class CaseConditionalArray: Module {
    var _multiplier: MLXArray?

    public init(_ config: CaseConfiguration) {
        if config.eps > 0 {
            _multiplier = 2.0.squareRoot() * erfInverse(MLXArray(Float(2 * config.eps - 1)))
        }
    }

    /// `ConditionalArray.__call__`, conditional_array.py:15.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        if let multiplier = _multiplier { return x * multiplier }
        return x
    }
}
