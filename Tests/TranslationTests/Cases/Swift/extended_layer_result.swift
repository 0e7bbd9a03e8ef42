import MLX
import MLXNN

/// `SplitLinear`, extended_layer_result.py:6.
public final class CaseSplitLinear: Linear {

    public init(_ inputDims: Int, outputDims: Int) {
        super.init(inputDims, 2 * outputDims, bias: false)
    }

    /// `SplitLinear.__call__`, extended_layer_result.py:10.
    public func callAsFunction(_ x: MLXArray) -> [MLXArray] {
        split(super.callAsFunction(x), parts: 2, axis: -1)
    }
}

/// `ExtendedLayerResult`, extended_layer_result.py:14.
public final class CaseExtendedLayerResult: Module {
    @ModuleInfo var proj: CaseSplitLinear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = CaseSplitLinear(4, outputDims: 4)
    }

    /// `ExtendedLayerResult.__call__`, extended_layer_result.py:19.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let parts = proj(x) as [MLXArray]
        let first = parts[0]
        let second = parts[1]
        return first * second
    }
}
