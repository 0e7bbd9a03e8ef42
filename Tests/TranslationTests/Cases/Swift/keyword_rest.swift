import MLX
import MLXNN

/// `KeywordRest`, keyword_rest.py:6.
public final class CaseKeywordRest: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `KeywordRest.scaled`, keyword_rest.py:11.
    public func scaled(_ x: MLXArray, factor: Double? = nil) -> MLXArray {
        var x = x
        if let factor { x = x * factor }
        return x
    }

    /// `KeywordRest.__call__`, keyword_rest.py:17.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        scaled(proj(x), factor: 2.0) + scaled(x)
    }
}
