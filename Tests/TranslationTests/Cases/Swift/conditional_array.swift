import MLX
import MLXNN

/// `ConditionalArray`, conditional_array.py:8.
public final class CaseConditionalArray: Module {
    let share: Double
    var _multiplier: MLXArray?

    public init(_ config: CaseConfiguration) {
        share = config.eps
        if config.eps > 0 {
            _multiplier = 2.0.squareRoot() * erfInverse(MLXArray(Float(2 * config.eps - 1)))
        }
    }

    /// `ConditionalArray.__call__`, conditional_array.py:15.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        if share > 0 { return x * _multiplier! }
        return x
    }
}
