import MLX
import MLXNN

/// `Comparisons`, comparisons.py:6.
public final class CaseComparisons: Module {
    let n: Int
    let eps: Double

    public init(_ config: CaseConfiguration) {
        n = config.hiddenSize
        eps = config.eps
    }

    /// `Comparisons.__call__`, comparisons.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        if n > 2, n != 5 { x = x + 1 }
        if 1 <= n && n < 10 { x = x + 2 }
        if eps >= Double(n) { x = x + 3 }
        return which(x .> 0, x, -x)
    }
}
