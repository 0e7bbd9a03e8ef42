import MLX
import MLXNN

/// `PlusOneNorm`, extended_layer.py:6.
public final class CasePlusOneNorm: LayerNorm {

    /// `PlusOneNorm.__call__`, extended_layer.py:7.
    public override func callAsFunction(_ x: MLXArray) -> MLXArray {
        let weight = self.weight.map { $0 + 1 }
        let bias = self.bias
        return MLXFast.layerNorm(x, weight: weight, bias: bias, eps: Float(eps))
    }
}

/// `HalvedLinear`, extended_layer.py:13.
public final class CaseHalvedLinear: Linear {

    /// `HalvedLinear.__call__`, extended_layer.py:14.
    public override func callAsFunction(_ x: MLXArray) -> MLXArray {
        var y = super.callAsFunction(x) / 2
        if bias == nil { y = y + 1 }
        return y
    }
}

/// `ExtendedLayer`, extended_layer.py:21.
public final class CaseExtendedLayer: Module {
    @ModuleInfo var norm: CasePlusOneNorm
    @ModuleInfo var plain: CasePlusOneNorm
    @ModuleInfo var proj: CaseHalvedLinear

    public init(_ config: CaseConfiguration) {
        _norm.wrappedValue = CasePlusOneNorm(dimensions: 4, eps: config.eps)
        _plain.wrappedValue = CasePlusOneNorm(dimensions: 4, affine: false)
        _proj.wrappedValue = CaseHalvedLinear(4, 4, bias: config.useBias)
    }

    /// `ExtendedLayer.__call__`, extended_layer.py:28.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { plain(proj(norm(x))) }
}
