import MLX
import MLXNN
import ModelPorted

/// `OffsetOrArray`, offset_or_array.py:10.
public final class CaseOffsetOrArray: Module {
    @ModuleInfo var proj: Linear
    @ModuleInfo var rope: RoPE

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
        _rope.wrappedValue = RoPE(dimensions: 4)
    }

    /// `OffsetOrArray.__call__`, offset_or_array.py:16.
    public func callAsFunction(_ x: MLXArray, cache: (any KVCache)? = nil) -> MLXArray {
        let offset = if let cache { MLXArray(cache.offset) } else { MLXArray(0) }
        return rope(proj(x), offset: offset)
    }
}
