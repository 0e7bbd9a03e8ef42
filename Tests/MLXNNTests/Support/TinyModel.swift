import MLX
import MLXNN

/// A small model with the structure of the real ones: an embedding, a list of blocks, a head.
final class TinyModel: Module {
    @ModuleInfo(key: "embed_tokens") var embedding: Embedding
    let layers: [Block]
    @ModuleInfo var norm: RMSNorm?
    @ModuleInfo(key: "lm_head") var head: Linear?
    @ParameterInfo(key: "logit_scale") var scale: MLXArray?
    let _cache = MLXArray(1)
    let eps: Float = 1e-5

    final class Block: Module, UnaryLayer {
        @ModuleInfo(key: "up_proj") var up: Linear
        @ModuleInfo var norm: any UnaryLayer

        override init() {
            _up.wrappedValue = Linear(64, 64, bias: false)
            _norm.wrappedValue = RMSNorm(dimensions: 64)
        }

        func callAsFunction(_ x: MLXArray) -> MLXArray {
            observe { x + up(norm(x)) }
        }
    }

    init(blocks: Int = 2, tied: Bool = false) {
        layers = (0..<blocks).map { _ in Block() }
        super.init()
        _embedding.wrappedValue = Embedding(embeddingCount: 64, dimensions: 64)
        if !tied { _head.wrappedValue = Linear(64, 64) }
    }

    func callAsFunction(_ ids: MLXArray) -> MLXArray {
        observe {
            let x = layers.reduce(embedding(ids)) { $1($0) }
            return head.map { $0(x) } ?? embedding.asLinear(x)
        }
    }
}
