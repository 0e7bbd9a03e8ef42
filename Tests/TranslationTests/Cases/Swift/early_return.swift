import MLX
import MLXNN

/// `EarlyReturn`, early_return.py:6.
public final class CaseEarlyReturn: Module {
    let window: Int?

    public init(_ config: CaseConfiguration) {
        window = config.window
    }

    /// `EarlyReturn.__call__`, early_return.py:11.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let window = self.window
        if window == nil { return x }
        return x[0..., ..<window!]
    }
}
