import MLX
import MLXNN
import ModelPorted

/// `LeadingChoice`, leading_choice.py:10.
public final class CaseLeadingChoice: Module {
    @ModuleInfo var layers: [Linear]

    public init(_ config: CaseConfiguration) {
        _layers.wrappedValue = [Linear(4, 4)]
    }

    /// `LeadingChoice.__call__`, leading_choice.py:15.
    public func callAsFunction(_ x: MLXArray, cache: [(any KVCache)?]? = nil) -> MLXArray {
        let cache = cache ?? Array(repeating: nil, count: layers.count)
        var mask: AttentionMask = .none
        if x.dim(0) > 0 { mask = createAttentionMask(x, cache: cache) }
        return scaledDotProductAttention(
            queries: x, keys: x, values: x, cache: cache[0], scale: 1.0, mask: mask)
    }
}
