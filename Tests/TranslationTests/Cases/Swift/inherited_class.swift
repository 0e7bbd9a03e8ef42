import MLX
import MLXNN

/// `Inherited`, inherited_class.py:15.
public final class CaseInherited: Module {
    @ModuleInfo var proj: Linear
    let scale: Double

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(config.hiddenSize, config.hiddenSize)
        scale = config.scale
    }

    /// `Inherited.__call__`, inherited_class.py:20.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) * scale }
}

/// `Wrapper`, inherited_class.py:24.
public final class CaseWrapper: Module {
    @ModuleInfo var inner: CaseInherited

    public init(_ config: CaseConfiguration) {
        _inner.wrappedValue = CaseInherited(config)
    }

    /// `Wrapper.__call__`, inherited_class.py:29.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { inner(x) }
}
