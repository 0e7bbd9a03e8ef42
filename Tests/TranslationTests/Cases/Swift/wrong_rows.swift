import MLX
import MLXNN
import ModelPorted

/// `WrongRows`, wrong_rows.py:6.
public final class CaseWrongRows: Module {

    public init(_ config: CaseConfiguration) {
    }

    /// `WrongRows.__call__`, wrong_rows.py:11.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var total = MLXArray.zeros(like: x)
        for (a, b) in x.pairs {
            total = total + a * b
        }
        return total
    }
}
