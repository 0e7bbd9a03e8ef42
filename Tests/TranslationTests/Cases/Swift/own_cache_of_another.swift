import MLX
import MLXNN
import ModelPorted

/// `IndexedCache`, own_cache_of_another.py:22.
public final class CaseIndexedCache: BaseKVCache {
    var kvCache: KVCacheSimple
    var indexKeys: MLXArray?
    var indexOffset: Int

    public override init() {
        kvCache = KVCacheSimple()
        indexKeys = nil
        indexOffset = 0
    }

    /// `IndexedCache.offset`, own_cache_of_another.py:32.
    public override var offset: Int {
        get { kvCache.offset }
        set(value) {
            kvCache.offset = value
            indexOffset = value
        }
    }

    /// `IndexedCache.update_and_fetch`, own_cache_of_another.py:40.
    public override func update(keys: MLXArray, values: MLXArray) -> (MLXArray, MLXArray) {
        kvCache.update(keys: keys, values: values)
    }

    /// `IndexedCache.update_index_and_fetch`, own_cache_of_another.py:46.
    public func updateIndexAndFetch(_ keys: MLXArray) -> MLXArray {
        let prev = indexOffset
        let incoming = keys.dim(2)
        if indexKeys == nil || prev + incoming > indexKeys!.dim(2) {
            let (batch, heads, headDimensions) = (keys.dim(0), keys.dim(1), keys.dim(3))
            let nSteps = (KVCacheSimple.step + incoming - 1).floorQuotient(KVCacheSimple.step)
            let newKeys = MLXArray.zeros(
                [batch, heads, nSteps * KVCacheSimple.step, headDimensions], dtype: keys.dtype)
            if indexKeys != nil {
                if prev.floorRemainder(KVCacheSimple.step) != 0 {
                    indexKeys = indexKeys![.ellipsis, ..<prev, 0...]
                }
                indexKeys = concatenated([indexKeys!, newKeys], axis: 2)
            } else {
                indexKeys = newKeys
            }
        }
        indexOffset += incoming
        indexKeys![.ellipsis, .stride(from: prev, to: indexOffset), 0...] = keys
        return indexKeys![.ellipsis, ..<indexOffset, 0...]
    }

    /// `IndexedCache.make_mask`, own_cache_of_another.py:63.
    public override func makeMask(n: Int, windowSize: Int?, returnArray: Bool) -> AttentionMask {
        kvCache.makeMask(n: n, windowSize: windowSize, returnArray: returnArray)
    }

    /// `IndexedCache.size`, own_cache_of_another.py:66.
    public override var size: Int { kvCache.size }

    /// `IndexedCache.empty`, own_cache_of_another.py:69.
    public override var isEmpty: Bool { kvCache.isEmpty }

    /// `IndexedCache.is_trimmable`, own_cache_of_another.py:72.
    public override var isTrimmable: Bool { true }

    /// `IndexedCache.trim`, own_cache_of_another.py:75.
    public override func trim(_ n: Int) -> Int {
        let trimmed = kvCache.trim(n)
        indexOffset = max(0, indexOffset - trimmed)
        return trimmed
    }

    /// `IndexedCache.state`, own_cache_of_another.py:85.
    public var heldState: ([MLXArray]?, MLXArray?) {
        get {
            let kvState = kvCache.isEmpty ? nil : kvCache.state
            let indexState = indexKeys?[.ellipsis, ..<indexOffset, 0...]
            return (kvState, indexState)
        }
        set(value) {
            let (kvState, indexState) = value
            kvCache = KVCacheSimple()
            if !caseHoldsNoKeys(kvState) { kvCache.state = kvState! }
            indexKeys = indexState
            indexOffset = indexState?.dim(2) ?? 0
        }
    }

    /// `IndexedCache.meta_state`, own_cache_of_another.py:104.
    public var heldText: String {
        get { String(indexOffset) }
        set(value) { indexOffset = !value.isEmpty ? wholeNumber(value) : 0 }
    }

    /// `IndexedCache.nbytes`, own_cache_of_another.py:112.
    public override var byteCount: Int {
        let indexNbytes = indexKeys?.nbytes ?? 0
        return kvCache.byteCount + indexNbytes
    }

    public override var heldArrays: [MLXArray?] {
        get {
            let (arrays, array2) = heldState
            return (arrays ?? []) + [array2]
        }
        set {
            heldState = (
                newValue.dropLast().compactMap(\.self).nonEmpty, newValue[newValue.count - 1]
            )
        }
    }

    public override var metaState: [String] {
        get { [heldText] }
        set { heldText = newValue[0] }
    }

    public override var pythonClassName: String { "IndexedCache" }
}

/// `IndexedAttention`, own_cache_of_another.py:118.
public final class CaseIndexedAttention: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `IndexedAttention.__call__`, own_cache_of_another.py:123.
    public func callAsFunction(
        _ x: MLXArray, mask: AttentionMask = .none, cache: (any KVCache)? = nil
    ) -> MLXArray {
        let states = proj(x)[0..., .newAxis]
        var (keys, values) = (states, states * 2)
        var index = states
        if let cache {
            (keys, values) = cache.update(keys: keys, values: values)
            if let cache = cache as? CaseIndexedCache {
                index = cache.updateIndexAndFetch(index)
            }
        }
        let out = scaledDotProductAttention(
            queries: states, keys: keys, values: values, cache: cache, scale: 0.5, mask: mask)
        return out[0..., 0] + mean(index)
    }
}

/// `OwnCacheOfAnother`, own_cache_of_another.py:137.
public final class CaseOwnCacheOfAnother: Module {
    @ModuleInfo var layers: [CaseIndexedAttention]

    public init(_ config: CaseConfiguration) {
        _layers.wrappedValue = (0..<3).map { _ in CaseIndexedAttention(config) }
    }

    /// `OwnCacheOfAnother.make_cache`, own_cache_of_another.py:142.
    public func makeCache() -> [any KVCache] {
        [CaseIndexedCache(), KVCacheSimple(), CaseIndexedCache()]
    }

    /// `OwnCacheOfAnother.rewound`, own_cache_of_another.py:145.
    public func rewound(_ x: MLXArray) -> MLXArray {
        let (cache, other) = (CaseIndexedCache(), CaseIndexedCache())
        other.heldState = cache.heldState
        let states = x[0..., .newAxis]
        var total = x + other.byteCount
        _ = cache.update(keys: states, values: states)
        var index = cache.updateIndexAndFetch(states)
        other.heldState = cache.heldState
        other.heldText = cache.heldText
        total = total + other.size + other.offset + other.indexOffset
        if other.isTrimmable, !other.isEmpty { total = total + other.trim(1) * 3 }
        total = total + sum(index)
        index = other.updateIndexAndFetch(states[0..., 0..., ..<1] * 2)
        _ = other.update(keys: states[0..., 0..., ..<1] * 2, values: states[0..., 0..., ..<1])
        cache.offset = 1
        let (keys, _) = cache.update(keys: states, values: states)
        total = total + cache.indexOffset + cache.offset + KVCacheSimple.step
        return total + sum(keys) + sum(index) + other.byteCount
    }

    /// `OwnCacheOfAnother.__call__`, own_cache_of_another.py:166.
    public func callAsFunction(_ x: MLXArray, cache: [(any KVCache)?]? = nil) -> MLXArray {
        var x = x
        let cache = cache ?? Array(repeating: nil, count: layers.count)
        let mask = createAttentionMask(x, cache: cache[0])
        for (layer, c) in zip(layers, cache) {
            x = layer(x, mask: mask, cache: c)
        }
        if let firstCache = cache[0] { x = x + firstCache.offset }
        return x + rewound(x)
    }
}

/// `holds_no_keys`, own_cache_of_another.py:13.
public func caseHoldsNoKeys(_ state: [MLXArray]?) -> Bool { state == nil }
