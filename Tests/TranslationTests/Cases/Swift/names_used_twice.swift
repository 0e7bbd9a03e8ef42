import MLX
import MLXNN

/// `NamesUsedTwice`, names_used_twice.py:8.
public final class CaseNamesUsedTwice: Module {
    let groups: Int
    let top: Int

    public init(_ config: CaseConfiguration) {
        groups = config.hiddenSize
        top = 3
    }

    /// `NamesUsedTwice.__call__`, names_used_twice.py:14.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        if groups > 1 {
            let k = groups + 1
            x = x * k
        }
        let k = top
        for i in 0..<3 {
            let part = x[.ellipsis, i...]
            x = x + sum(part)
        }
        for cache in ["a", "bb"] {
            let part = cache.unicodeScalars.count
            x = x * part
        }
        return x[.ellipsis, ..<k]
    }
}
