import MLX
import MLXNN

/// `FailingStack`, failing_property.py:6.
public final class CaseFailingStack: Module {
    @ModuleInfo var layers: [Linear]

    public init(_ config: CaseConfiguration) {
        _layers.wrappedValue = (0..<max(0, config.numLayers)).map { _ in Linear(4, 4) }
    }

    /// `FailingStack.__call__`, failing_property.py:11.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        for layer in layers {
            x = layer(x)
        }
        return x
    }
}

/// `FailingProperty`, failing_property.py:21.
public final class CaseFailingProperty: Module {
    @ModuleInfo var stack: CaseFailingStack

    public init(_ config: CaseConfiguration) {
        _stack.wrappedValue = CaseFailingStack(config)
    }

    /// `FailingProperty.__call__`, failing_property.py:26.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        stack(x) * stack.layers.count
    }
}
