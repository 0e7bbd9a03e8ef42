import MLX
import MLXNN

/// `IfElifElse`, if_elif_else.py:6.
public final class CaseIfElifElse: Module {
    let kind: String

    public init(_ config: CaseConfiguration) {
        kind = config.activation
    }

    /// `IfElifElse.__call__`, if_elif_else.py:11.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        if kind == "silu" {
            return silu(x)
        } else if kind == "relu" {
            return relu(x)
        } else {
            return gelu(x)
        }
    }
}
