import MLX
import MLXNN

/// `LayerScale`, settled_by_argument.py:6.
public final class CaseLayerScale: Module {
    @ParameterInfo var gamma: MLXArray

    public init(_ dims: Int, value: Double = 0.5, inplace: Bool = false) {
        _gamma.wrappedValue = value * MLXArray.ones([dims])
    }

    /// `LayerScale.__call__`, settled_by_argument.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { x * gamma }
}

/// `SettledByArgument`, settled_by_argument.py:16.
public final class CaseSettledByArgument: Module {
    @ModuleInfo var scale: CaseLayerScale
    let _ratio: MLXArray

    public init(_ config: CaseConfiguration) {
        _scale.wrappedValue = CaseLayerScale(config.hiddenSize)
        _ratio = 1.0 / log(MLXArray(2.0))
    }

    /// `SettledByArgument.__call__`, settled_by_argument.py:22.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { scale(x) * _ratio }
}
