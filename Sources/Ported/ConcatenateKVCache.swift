// Ported from mlx_vlm/models/cache.py (`ConcatenateKVCache`), mlx-vlm 0.7.10, MIT,
// sha256 4c7526c6b17b97827cc810ea0e66bb3a364b4100d6aedf4878a1e15703a95031.

import MLX

/// A cache that keeps every token in arrays just as long: new ones are joined to those before.
///
/// Models use it where all tokens come at once, so that nothing has to grow. Stands for `ConcatenateKVCache`.
public final class ConcatenateKVCache: KVCache {
    /// The keys `[B, H, S, Dk]`.
    public private(set) var keys: MLXArray?
    /// The values `[B, H, S, Dv]`.
    public private(set) var values: MLXArray?
    /// The number of tokens held.
    public private(set) var offset = 0

    /// An empty cache.
    public init() {}

    public func update(keys newKeys: MLXArray, values newValues: MLXArray) -> (MLXArray, MLXArray) {
        let keys = keys.map { concatenated([$0, newKeys], axis: -2) } ?? newKeys
        let values = values.map { concatenated([$0, newValues], axis: -2) } ?? newValues
        (self.keys, self.values) = (keys, values)
        offset = keys.dim(-2)
        return (keys, values)
    }

    public func makeMask(n: Int, windowSize: Int?, returnArray: Bool) -> AttentionMask {
        offsetMask(n: n, offset: offset, windowSize: windowSize, returnArray: returnArray)
    }

    public var state: [MLXArray] {
        get { [keys, values].compactMap { $0 } }
        set {
            (keys, values) = (newValue.first, newValue.last)
            offset = keys?.dim(-2) ?? 0
        }
    }

    public func restore(state: [MLXArray], metaState: [String]) throws {
        try validateArrays(state, counts: [0, 2])
        try validateNumbers(metaState, count: 0)
        self.state = state
    }

    public var isTrimmable: Bool { true }

    @discardableResult
    public func trim(_ n: Int) -> Int {
        let n = min(offset, n)
        offset -= n
        keys = keys?[.ellipsis, ..<offset, 0...]
        values = values?[.ellipsis, ..<offset, 0...]
        return n
    }

    public var isEmpty: Bool { keys == nil }

    public var pythonClassName: String { "ConcatenateKVCache" }
}
