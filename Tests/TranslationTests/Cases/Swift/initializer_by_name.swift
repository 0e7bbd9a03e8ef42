import MLX
import MLXNN

/// `NamedScaled`, initializer_by_name.py:6.
public final class CaseNamedScaled: Module {
    @ModuleInfo var proj: Linear
    let scale: Double

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(config.hiddenSize, config.hiddenSize, bias: config.useBias)
        scale = config.scale
    }

    /// `NamedScaled.__call__`, initializer_by_name.py:11.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) * scale }
}

/// `NamedBare`, initializer_by_name.py:15.
public final class CaseNamedBare: Module {
    @ModuleInfo var gate: Linear

    public init(_ config: CaseConfiguration) {
        _gate.wrappedValue = Linear(config.hiddenSize, config.hiddenSize)
    }

    /// `NamedBare.__call__`, initializer_by_name.py:20.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { gate(x) }
}

/// `InitializerByName`, initializer_by_name.py:24.
public final class CaseInitializerByName: Module {
    @ModuleInfo var first: CaseNamedScaled
    @ModuleInfo var second: CaseNamedBare

    public init(_ config: CaseConfiguration) {
        _first.wrappedValue = CaseNamedScaled(config)
        _second.wrappedValue = CaseNamedBare(config)
    }

    /// `InitializerByName.__call__`, initializer_by_name.py:30.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { second(first(x)) }
}
