import MLX
import MLXNN

/// `KeywordsWithoutNone`, keywords_without_none.py:6.
public final class CaseKeywordsWithoutNone: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `KeywordsWithoutNone.shifted`, keywords_without_none.py:11.
    public func shifted(_ x: MLXArray, shift: MLXArray? = nil) -> MLXArray {
        if let shift {
            return proj(x) + shift
        } else {
            return proj(x)
        }
    }

    /// `KeywordsWithoutNone.passed`, keywords_without_none.py:14.
    public func passed(_ x: MLXArray, shift: MLXArray? = nil) -> MLXArray {
        shifted(x, shift: shift)
    }

    /// `KeywordsWithoutNone.read`, keywords_without_none.py:18.
    public func read(_ x: MLXArray, factor: Double? = nil) -> MLXArray {
        if let factor {
            return x * factor
        } else {
            return x
        }
    }

    /// `KeywordsWithoutNone.checked`, keywords_without_none.py:22.
    public func checked(_ x: MLXArray, factor: Double? = nil) -> MLXArray {
        if let factor {
            return x * factor
        } else {
            return x
        }
    }

    /// `KeywordsWithoutNone.__call__`, keywords_without_none.py:27.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var y = passed(x) + passed(x, shift: x)
        y = y + checked(x) + checked(x, factor: 0.5)
        return y + read(x) + read(x, factor: 3.0)
    }
}
