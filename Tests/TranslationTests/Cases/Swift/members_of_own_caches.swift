import MLX
import MLXNN
import ModelPorted

/// `TaggedCache`, members_of_own_caches.py:8.
public final class CaseTaggedCache: BaseKVCache {
    var tag: Int
    var sums: MLXArray?

    public init(_ tag: Int) {
        self.tag = tag
        sums = nil
        super.init()
        offset = 0
    }

    /// `TaggedCache.state`, members_of_own_caches.py:15.
    public override var heldArrays: [MLXArray?] {
        get { [sums] }
        set { preconditionFailure("property 'state' of 'TaggedCache' object has no setter") }
    }

    /// `TaggedCache.push`, members_of_own_caches.py:18.
    public func push(_ x: MLXArray) -> MLXArray {
        sums = sums == nil ? x : sums! + x
        offset += x.dim(1)
        return sums!
    }

    /// `TaggedCache.can_skip`, members_of_own_caches.py:23.
    public func canSkip(_ n: Int) -> Bool { n == 1 || offset > 2 }

    public override var pythonClassName: String { "TaggedCache" }
}

/// `CountingCache`, members_of_own_caches.py:27.
public final class CaseCountingCache: BaseKVCache {
    let tag: Int
    var calls: MLXArray

    public override init() {
        tag = 5
        calls = MLXArray.zeros([1])
    }

    /// `CountingCache.state`, members_of_own_caches.py:34.
    public override var heldArrays: [MLXArray?] {
        get { [calls] }
        set { preconditionFailure("property 'state' of 'CountingCache' object has no setter") }
    }

    /// `CountingCache.factor`, members_of_own_caches.py:38.
    public var factor: Int { 3 * tag }

    /// `CountingCache.count`, members_of_own_caches.py:41.
    public func count() -> MLXArray {
        calls = calls + 1
        return calls
    }

    public override var pythonClassName: String { "CountingCache" }
}

/// `MembersOfOwnCaches`, members_of_own_caches.py:76.
public final class CaseMembersOfOwnCaches: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `MembersOfOwnCaches.make_cache`, members_of_own_caches.py:81.
    public func makeCache() -> [any KVCache] {
        [KVCacheSimple(), CaseTaggedCache(2), CaseCountingCache()]
    }

    /// `MembersOfOwnCaches.__call__`, members_of_own_caches.py:84.
    public func callAsFunction(_ x: MLXArray, cache: [(any KVCache)?]? = nil) -> MLXArray {
        var x = proj(x)
        let cache = cache ?? Array(repeating: nil, count: 3)
        for (i, c) in cache.enumerated() {
            if caseMaySkip(c, n: i) { x = x * 2 }
            if let c = c as? CaseTaggedCache { x = x + c.push(x) }
            if let c = c as? CaseCountingCache { x = x + c.count() }
            if let c = c as? CaseTaggedCache { c.tag += 1 }
            x = x + ((c as? CaseCountingCache)?.factor ?? i)
            x = x + ((c as? CaseCountingCache)?.tag ?? (c as? CaseTaggedCache)?.tag ?? 7)
            if c is CaseCountingCache || c is CaseTaggedCache { x = x - 1 }
            let keys = (c as? KVCacheSimple)?.keys
            if let keys { x = x + keys[0, 0, 0] }
            x = x * (c != nil && !(c is CaseCountingCache) ? c!.offset : 9)
            if let c, !(c is CaseCountingCache), !(c is CaseTaggedCache) {
                x = x + c.trim(1) + 1
            }
            if let c, !(c is CaseCountingCache), !(c is CaseTaggedCache) {
                let states = x[0..., .newAxis]
                _ = c.update(keys: states, values: states)
            }
        }
        return x
    }
}

/// `may_skip`, members_of_own_caches.py:59.
public func caseMaySkip(_ cache: (any KVCache)?, n: Int) -> Bool {
    guard let cache else { return false }
    if let cache = cache as? CaseTaggedCache { return cache.canSkip(n) }
    return n == 2
}
