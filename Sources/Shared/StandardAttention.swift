import MLX
import MLXNN
import ModelPorted

/// Grouped-query attention with rotary embedding.
///
/// Stands for `Attention` of mlx_vlm/models/llama/language.py (no norm), qwen2 (bias of queries,
/// keys and values) and qwen3 (a norm over each head). Sliding windows are the mask's and the
/// cache's concern.
public final class StandardAttention<Configuration: AttentionConfiguration>: Module, AttentionLayer
{
    let heads: Int
    let keyValueHeads: Int
    let scale: Double

    @ModuleInfo(key: "q_proj") var qProj: Linear
    @ModuleInfo(key: "k_proj") var kProj: Linear
    @ModuleInfo(key: "v_proj") var vProj: Linear
    @ModuleInfo(key: "o_proj") var oProj: Linear
    @ModuleInfo(key: "q_norm") var qNorm: RMSNorm?
    @ModuleInfo(key: "k_norm") var kNorm: RMSNorm?

    /// Some families take it away from layers, or replace it.
    public var rope: (any RotaryEmbedding)?

    /// - Throws: `RoPEError` or `ParameterError`.
    public init(_ config: Configuration) throws {
        let parameters = try config.attention
        try parameters.validate()
        let (dim, headDim) = (parameters.dimensions, parameters.headDimensions)
        heads = parameters.heads
        keyValueHeads = parameters.keyValueHeads
        scale = parameters.scale
        rope = try parameters.rope?.embedding(headDimensions: headDim)
        super.init()

        _qProj.wrappedValue = Linear(dim, heads * headDim, bias: parameters.bias)
        _kProj.wrappedValue = Linear(dim, keyValueHeads * headDim, bias: parameters.bias)
        _vProj.wrappedValue = Linear(dim, keyValueHeads * headDim, bias: parameters.bias)
        _oProj.wrappedValue = Linear(heads * headDim, dim, bias: parameters.outputBias)

        if case .perHead(let eps) = parameters.queryKeyNorm {
            _qNorm.wrappedValue = RMSNorm(dimensions: headDim, eps: Float(eps))
            _kNorm.wrappedValue = RMSNorm(dimensions: headDim, eps: Float(eps))
        }
    }

    public func callAsFunction(
        _ x: MLXArray, mask: AttentionMask = .none, cache: (any KVCache)? = nil
    ) -> MLXArray {
        observe {
            let (batch, length) = (x.dim(0), x.dim(1))

            var (queries, keys, values) = (qProj(x), kProj(x), vProj(x))

            queries = queries.reshaped(batch, length, heads, -1)
            queries = normed(queries, qNorm).transposed(0, 2, 1, 3)
            keys = keys.reshaped(batch, length, keyValueHeads, -1)
            keys = normed(keys, kNorm).transposed(0, 2, 1, 3)
            values = values.reshaped(batch, length, keyValueHeads, -1).transposed(0, 2, 1, 3)

            if let cache {
                queries = rotated(queries, offset: cache.offset)
                keys = rotated(keys, offset: cache.offset)
                (keys, values) = cache.update(keys: keys, values: values)
            } else {
                queries = rotated(queries, offset: 0)
                keys = rotated(keys, offset: 0)
            }

            var output = scaledDotProductAttention(
                queries: queries, keys: keys, values: values, cache: cache, scale: scale,
                mask: mask)
            output = output.transposed(0, 2, 1, 3).reshaped(batch, length, -1)
            return oProj(output)
        }
    }

    private func normed(_ x: MLXArray, _ norm: RMSNorm?) -> MLXArray {
        norm.map { $0(x) } ?? x
    }

    private func rotated(_ x: MLXArray, offset: Int) -> MLXArray {
        rope.map { $0(x, offset: offset) } ?? x
    }
}
