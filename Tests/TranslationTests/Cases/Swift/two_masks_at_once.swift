import MLX
import MLXNN
import ModelPorted

/// `TwoMasksAtOnce`, two_masks_at_once.py:8.
public final class CaseTwoMasksAtOnce: Module {
    @ModuleInfo var layers: [Linear]

    public init(_ config: CaseConfiguration) {
        _layers.wrappedValue = [Linear(4, 4)]
    }

    /// `TwoMasksAtOnce.__call__`, two_masks_at_once.py:13.
    public func callAsFunction(_ x: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil)
        -> MLXArray
    {
        let cache = cache ?? Array(repeating: nil, count: layers.count)
        var whole: AttentionMask = AttentionMask(mask)
        var near = whole
        if mask == nil {
            whole = createAttentionMask(x, cache: cache[0])
            near = createAttentionMask(x, cache: cache[0], windowSize: 2)
        }
        let y = scaledDotProductAttention(
            queries: x, keys: x, values: x, cache: cache[0], scale: 1.0, mask: whole)
        return y
            + scaledDotProductAttention(
                queries: x, keys: x, values: x, cache: cache[0], scale: 1.0, mask: near)
    }
}
