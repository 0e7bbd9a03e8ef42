import MLX
import MLXNN
import ModelRuntime

/// `PartsByName`, parts_by_name.py:8.
public final class CasePartsByName: Module {
    @ModuleInfo var embedding: Embedding
    @ModuleInfo var head: Linear?
    @ModuleInfo var norm: RMSNorm?

    public init(_ config: CaseConfiguration) {
        _embedding.wrappedValue = Embedding(embeddingCount: 4, dimensions: 4)
        _head.wrappedValue = Linear(4, 4)
        if config.useBias { _norm.wrappedValue = RMSNorm(dimensions: 4) }
    }

    /// `PartsByName.__call__`, parts_by_name.py:16.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        if let norm { x = norm(x) }
        guard let head else { return embedding.asLinear(x) }
        return head(x)
    }

    /// `PartsByName.sanitize`, parts_by_name.py:23.
    public func sanitize(_ weights: OrderedWeights) -> OrderedWeights {
        if !weights.keys.contains("head.weight") { head = nil }
        return weights
    }
}
