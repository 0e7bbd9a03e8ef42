import MLX
import MLXNN

/// `ListedScaled`, layer_lists_by_class.py:6.
public final class CaseListedScaled: Module {
    let isScaled: Bool
    @ModuleInfo var shift: Linear?

    public init(_ config: CaseConfiguration) {
        isScaled = true
        if config.numLayers > 1 {
            _shift.wrappedValue = Linear(config.hiddenSize, config.hiddenSize)
        }
    }

    /// `ListedScaled.__call__`, layer_lists_by_class.py:13.
    public func callAsFunction(_ x: MLXArray, shift: MLXArray) -> MLXArray {
        var x = x
        if let shift = self.shift { x = x + shift(x) }
        return x * 2 + shift
    }
}

/// `ListedPlain`, layer_lists_by_class.py:19.
public final class CaseListedPlain: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(config.hiddenSize, config.hiddenSize)
    }

    /// `ListedPlain.__call__`, layer_lists_by_class.py:24.
    public func callAsFunction(_ x: MLXArray, shift: MLXArray) -> MLXArray {
        proj(x) - shift
    }
}

/// `ScaledStack`, layer_lists_by_class.py:28.
public final class CaseScaledStack: Module, CaseModel {
    @ModuleInfo var layers: [CaseListedScaled]

    public init(_ config: CaseConfiguration) {
        _layers.wrappedValue = (0..<max(0, config.numLayers)).map { _ in CaseListedScaled(config) }
    }

    /// `ScaledStack.__call__`, layer_lists_by_class.py:33.
    public func callAsFunction(_ x: MLXArray, shift: MLXArray) -> MLXArray {
        var x = x
        for layer in layers {
            x = layer(x, shift: shift)
        }
        return x
    }
}

/// `PlainStack`, layer_lists_by_class.py:39.
public final class CasePlainStack: Module, CaseModel {
    @ModuleInfo var layers: [CaseListedPlain]

    public init(_ config: CaseConfiguration) {
        _layers.wrappedValue = (0..<3).map { _ in CaseListedPlain(config) }
    }

    /// `PlainStack.__call__`, layer_lists_by_class.py:44.
    public func callAsFunction(_ x: MLXArray, shift: MLXArray) -> MLXArray {
        var x = x
        for layer in layers {
            x = layer(x, shift: shift)
        }
        return x
    }
}

/// What `PlainStack` and `ScaledStack` have in common.
public protocol CaseModel: Module {
    func callAsFunction(_ x: MLXArray, shift: MLXArray) -> MLXArray
}

/// `LayerListsByClass`, layer_lists_by_class.py:50.
public final class CaseLayerListsByClass: Module {
    @ModuleInfo var model: any CaseModel

    public init(_ config: CaseConfiguration) {
        if config.useBias {
            _model.wrappedValue = CaseScaledStack(config)
        } else {
            _model.wrappedValue = CasePlainStack(config)
        }
    }

    /// `LayerListsByClass.__call__`, layer_lists_by_class.py:58.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = model(x, shift: mean(x))
        for layer in layers {
            if let layer = layer as? CaseListedScaled, layer.isScaled { x = x - 1 }
        }
        return x + layers.count
    }

    /// `LayerListsByClass.layers`, layer_lists_by_class.py:66.
    public var layers: [Module] {
        if let model = model as? CasePlainStack {
            return model.layers
        } else {
            return (model as! CaseScaledStack).layers
        }
    }
}
