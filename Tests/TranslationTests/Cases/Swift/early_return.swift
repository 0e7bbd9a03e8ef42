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
        guard let window = self.window else { return x }
        return x[0..., ..<window]
    }
}
