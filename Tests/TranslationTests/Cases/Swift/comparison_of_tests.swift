import MLX
import MLXNN

/// `TestsCompared`, comparison_of_tests.py:9.
public final class CaseTestsCompared: Module {
    @ModuleInfo var proj: Linear

    public init(_ size: Int) {
        _proj.wrappedValue = Linear(size, size)
    }

    /// `TestsCompared.__call__`, comparison_of_tests.py:14.
    public func callAsFunction(_ x: MLXArray? = nil, embedded: MLXArray? = nil) -> MLXArray? {
        if (x == nil) == (embedded == nil) {
            return MLXArray.raised("ValueError", "exactly one of both")
        }
        if (x == nil) != false { return embedded }
        return proj(x!)
    }
}

/// `ComparisonOfTests`, comparison_of_tests.py:22.
public final class CaseComparisonOfTests: Module {
    @ModuleInfo var part: CaseTestsCompared

    public init(_ config: CaseConfiguration) {
        _part.wrappedValue = CaseTestsCompared(4)
    }

    /// `ComparisonOfTests.__call__`, comparison_of_tests.py:27.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let y = part(x)
        return part(embedded: y)! + x
    }
}
