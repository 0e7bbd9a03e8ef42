import MLX
import MLXNN
import ModelRuntime

/// `RemovedModule`, removed_module.py:8.
public final class CaseRemovedModule: Module {
    @ModuleInfo var embedding: Embedding
    @ModuleInfo var head: Linear?
    var tied: Bool

    public init(_ config: CaseConfiguration) {
        _embedding.wrappedValue = Embedding(embeddingCount: 4, dimensions: 4)
        _head.wrappedValue = Linear(4, 4)
        tied = false
    }

    /// `RemovedModule.__call__`, removed_module.py:15.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        if tied { return embedding.asLinear(x) }
        return head!(x)
    }

    /// `RemovedModule.sanitize`, removed_module.py:20.
    public func sanitize(_ weights: OrderedWeights) -> OrderedWeights {
        if !weights.keys.contains("head.weight") {
            tied = true
            head = nil
        }
        return weights
    }
}
