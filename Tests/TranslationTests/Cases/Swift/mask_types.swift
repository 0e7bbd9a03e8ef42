import MLX
import MLXNN
import ModelPorted

/// `MaskTypes`, mask_types.py:10.
public final class CaseMaskTypes: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `MaskTypes.masked`, mask_types.py:15.
    public func masked(_ x: MLXArray, mask: AttentionMask = .none) -> MLXArray {
        var mask = mask
        if let maskArray = mask.array {
            if maskArray.dim(-1) != 4 { mask = .array(maskArray[.ellipsis, (-4)...]) }
        }
        if mask.isNone { return x }
        return x * 2
    }

    /// `MaskTypes.__call__`, mask_types.py:23.
    public func callAsFunction(_ x: MLXArray, cache: (any KVCache)? = nil) -> MLXArray {
        masked(x, mask: createAttentionMask(x, cache: cache))
    }
}
