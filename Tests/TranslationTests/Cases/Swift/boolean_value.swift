import MLX
import MLXNN

/// `BooleanValue`, boolean_value.py:6.
public final class CaseBooleanValue: Module {
    let both: Bool
    let either: Bool

    public init(_ config: CaseConfiguration) {
        both = config.useBias && !config.tied
        either = config.useBias || config.hiddenSize > 3
    }

    /// `BooleanValue.__call__`, boolean_value.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        both ? x : either ? x * 2 : x * 3
    }
}
