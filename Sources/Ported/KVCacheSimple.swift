// Ported from mlx_vlm/models/cache.py (`KVCache`), mlx-vlm 0.7.10, MIT,
// sha256 4c7526c6b17b97827cc810ea0e66bb3a364b4100d6aedf4878a1e15703a95031.

import MLX

/// A cache that keeps every token and grows in place, 256 tokens at a time.
///
/// Stands for `KVCache`. Models may have caches that extend it.
open class KVCacheSimple: KVCache {
    /// The key buffer `[B, H, capacity, Dk]`, of which the first `offset` tokens are used.
    public var keys: MLXArray?
    /// The value buffer `[B, H, capacity, Dv]`.
    public var values: MLXArray?
    /// The number of tokens held.
    public var offset = 0
    /// How many tokens the buffers grow by.
    public var step = KVCacheSimple.step
    /// How many tokens the buffers of such caches grow by where nothing else is set.
    public static let step = 256

    /// An empty cache.
    public init() {}

    open func update(keys newKeys: MLXArray, values newValues: MLXArray) -> (MLXArray, MLXArray) {
        let previous = offset
        let keys = bufferWithRoom(keys, used: previous, for: newKeys, step: step)
        let values = bufferWithRoom(values, used: previous, for: newValues, step: step)
        (self.keys, self.values) = (keys, values)

        offset += newKeys.dim(2)
        keys[.ellipsis, previous..<offset, 0...] = newKeys
        values[.ellipsis, previous..<offset, 0...] = newValues
        return (keys[.ellipsis, ..<offset, 0...], values[.ellipsis, ..<offset, 0...])
    }

    open func makeMask(n: Int, windowSize: Int?, returnArray: Bool) -> AttentionMask {
        offsetMask(n: n, offset: offset, windowSize: windowSize, returnArray: returnArray)
    }

    open var size: Int { offset }

    open var state: [MLXArray] {
        get {
            guard let keys, let values else { return [] }
            if offset == keys.dim(2) { return [keys, values] }
            return [keys[.ellipsis, ..<offset, 0...], values[.ellipsis, ..<offset, 0...]]
        }
        set {
            (keys, values) = (newValue.first, newValue.last)
            offset = keys?.dim(2) ?? 0
        }
    }

    open func restore(state: [MLXArray], metaState: [String]) throws {
        try validateArrays(state, counts: [0, 2])
        try validateNumbers(metaState, count: 0)
        self.state = state
        self.metaState = metaState
    }

    open var isTrimmable: Bool { true }

    @discardableResult
    open func trim(_ n: Int) -> Int {
        let n = min(offset, n)
        offset -= n
        return n
    }

    open var isEmpty: Bool { keys == nil }

    open var byteCount: Int { (keys?.nbytes ?? 0) + (values?.nbytes ?? 0) }

    open var pythonClassName: String { "KVCache" }

    /// The same tokens, quantised. Python's `to_quantized`.
    public func toQuantized(groupSize: Int = 64, bits: Int = 4) -> QuantizedKVCache {
        let cache = QuantizedKVCache(groupSize: groupSize, bits: bits)
        cache.offset = offset
        cache.keys = keys.map { QuantizedArray($0, groupSize: groupSize, bits: bits) }
        cache.values = values.map { QuantizedArray($0, groupSize: groupSize, bits: bits) }
        return cache
    }
}
