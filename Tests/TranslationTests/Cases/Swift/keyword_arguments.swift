import MLX
import MLXNN

/// `KeywordArguments`, keyword_arguments.py:6.
public final class CaseKeywordArguments: Module {
    @ModuleInfo var proj: Linear
    @ModuleInfo var norm: RMSNorm
    @ModuleInfo(key: "layer_norm") var layerNorm: LayerNorm

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, config.hiddenSize, bias: false)
        _norm.wrappedValue = RMSNorm(dimensions: config.hiddenSize, eps: config.eps)
        _layerNorm.wrappedValue = LayerNorm(dimensions: config.hiddenSize)
    }

    /// `KeywordArguments.__call__`, keyword_arguments.py:13.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let x = layerNorm(norm(x))
        return softmax(proj(x), axis: -1, precise: true)
    }
}
