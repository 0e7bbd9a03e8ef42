import MLX
import MLXNN
import ModelPorted

/// `MaskAsArray`, mask_as_array.py:10.
public final class CaseMaskAsArray: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `MaskAsArray.__call__`, mask_as_array.py:15.
    public func callAsFunction(_ x: MLXArray, cache: (any KVCache)? = nil) -> MLXArray {
        var x = x
        let mask = createAttentionMask(x, cache: cache, returnArray: true).array
        if let mask {
            x = if mask.dtype == .bool { which(mask, x, 0) } else { x + mask }
        }
        return proj(x)
    }
}
