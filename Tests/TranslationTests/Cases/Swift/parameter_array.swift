import MLX
import MLXNN

/// `ParameterArray`, parameter_array.py:6.
public final class CaseParameterArray: Module {
    @ParameterInfo var weight: MLXArray
    @ParameterInfo var bias: MLXArray
    let eps: Double

    public init(_ config: CaseConfiguration) {
        _weight.wrappedValue = MLXArray.ones([config.hiddenSize])
        _bias.wrappedValue = MLXArray.zeros([config.hiddenSize], dtype: .float32)
        eps = config.eps
    }

    /// `ParameterArray.__call__`, parameter_array.py:13.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let dtype = x.dtype
        let x = MLXFast.rmsNorm(x.asType(.float32), weight: weight, eps: Float(eps))
        return (x + bias).asType(dtype)
    }
}
