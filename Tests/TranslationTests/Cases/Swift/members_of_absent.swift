import MLX
import MLXNN
import ModelPorted

/// `MembersOfAbsent`, members_of_absent.py:8.
public final class CaseMembersOfAbsent: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `MembersOfAbsent.position`, members_of_absent.py:13.
    public func position(_ cache: (any KVCache)? = nil) -> Int { cache?.offset ?? 0 }

    /// `MembersOfAbsent.first`, members_of_absent.py:16.
    public func first(_ caches: [(any KVCache)?]) -> Int {
        var offset = 0
        if let firstCaches = caches[0] { offset = firstCaches.offset }
        return offset + (caches[1]?.offset ?? 3)
    }

    /// `MembersOfAbsent.blended`, members_of_absent.py:22.
    public func blended(_ x: MLXArray, mask: MLXArray? = nil, state: MLXArray? = nil) -> MLXArray {
        var mask = mask
        mask = mask.map { $0 * 2 }
        let state = state != nil ? state! * x + x : x
        let y = if let mask { mask + state } else { x * state }
        return y
    }

    /// `MembersOfAbsent.__call__`, members_of_absent.py:29.
    public func callAsFunction(_ x: MLXArray, cache: (any KVCache)? = nil) -> MLXArray {
        var offset = position(cache) + position()
        offset = offset + first([cache, nil]) + first([nil, cache])
        var x = blended(x) + blended(x, mask: x) + blended(x, state: x)
        if let cache { (x, _) = cache.update(keys: x, values: x) }
        return proj(x * offset)
    }
}
