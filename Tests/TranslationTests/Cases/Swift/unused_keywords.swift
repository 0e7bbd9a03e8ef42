import MLX
import MLXNN

/// `Inner`, unused_keywords.py:7.
public final class CaseInner: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `Inner.__call__`, unused_keywords.py:14.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let y = proj(x)
        return y
    }
}

/// `UnusedKeywords`, unused_keywords.py:22.
public final class CaseUnusedKeywords: Module {
    @ModuleInfo var inner: CaseInner

    public init(_ config: CaseConfiguration) {
        _inner.wrappedValue = CaseInner(config)
    }

    /// `UnusedKeywords.__call__`, unused_keywords.py:27.
    public func callAsFunction(_ x: MLXArray, scale: Double = 2.0) -> MLXArray {
        inner(x) * scale
    }
}
