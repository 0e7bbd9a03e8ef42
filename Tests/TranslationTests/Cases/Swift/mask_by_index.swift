import MLX
import MLXNN
import ModelPorted

/// `Kept`, mask_by_index.py:10.
public final class CaseKept: Module {
    let scale: Double

    public override init() { scale = 0.5 }

    /// `Kept.leading`, mask_by_index.py:15.
    public func leading(_ x: MLXArray, mask: AttentionMask = .none) -> MLXArray {
        guard let mask = mask.array else { return x }
        return which(mask[.ellipsis, ..<1], x, 0)
    }

    /// `Kept.__call__`, mask_by_index.py:20.
    public func callAsFunction(_ x: MLXArray, mask: AttentionMask = .none) -> MLXArray {
        var x = x
        if let mask = mask.array { x = which(mask[.ellipsis, .newAxis], x, 0)[0] }
        return leading(x * scale, mask: mask)
    }
}

/// `MaskByIndex`, mask_by_index.py:26.
public final class CaseMaskByIndex: Module {
    @ModuleInfo var kept: CaseKept
    let window: Int?

    public init(_ config: CaseConfiguration) {
        _kept.wrappedValue = CaseKept()
        window = config.window
    }

    /// `MaskByIndex.__call__`, mask_by_index.py:32.
    public func callAsFunction(_ x: MLXArray, cache: (any KVCache)? = nil) -> MLXArray {
        var mask = createAttentionMask(x, cache: cache, returnArray: window == nil)
        if window != nil { mask = .none }
        return kept(x, mask: mask)
    }
}
