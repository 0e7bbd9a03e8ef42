import MLX
import MLXNN
import ModelPorted

/// `RefusedCall`, refused_call.py:6.
public final class CaseRefusedCall: Module {
    let isEmpty: Bool

    public init(_ config: CaseConfiguration) {
        isEmpty = config.useBias
    }

    /// `RefusedCall.__call__`, refused_call.py:11.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let y =
            if isEmpty { refusedCall("empty") } else {
                MLXArray.zeros([2, 4], dtype: x.dtype) + MLXArray.zeros([4])
            }
        return x + y
    }
}
