import MLX
import MLXNN

/// `KeywordDefault`, keyword_default.py:6.
public final class CaseKeywordDefault: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `KeywordDefault.scaled`, keyword_default.py:11.
    public func scaled(_ x: MLXArray, factor: Double = 3.0) -> MLXArray { x * factor }

    /// `KeywordDefault.__call__`, keyword_default.py:14.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        scaled(proj(x), factor: 2.0) + scaled(x)
    }
}
