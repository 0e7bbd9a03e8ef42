// Ported from mlx_vlm/models/cache.py (`ChunkedKVCache`), mlx-vlm 0.7.10, MIT,
// sha256 4c7526c6b17b97827cc810ea0e66bb3a364b4100d6aedf4878a1e15703a95031.

import MLX

/// A cache for attention in chunks: the model trims its front down to `chunkSize` tokens.
///
/// Stands for `ChunkedKVCache`.
public final class ChunkedKVCache: KVCache {
    /// The key buffer `[B, H, capacity, Dk]`.
    public var keys: MLXArray?
    /// The value buffer `[B, H, capacity, Dv]`.
    public var values: MLXArray?
    /// The number of tokens processed, those trimmed from the front included.
    public var offset = 0
    /// The number of tokens that `maybeTrimFront` leaves.
    public private(set) var chunkSize: Int
    /// The position of the first token held.
    public private(set) var startPosition = 0
    /// How many tokens the buffers grow by.
    public var step = 256

    /// An empty cache.
    public init(chunkSize: Int) {
        self.chunkSize = chunkSize
    }

    /// Drops the oldest tokens down to `chunkSize`.
    public func maybeTrimFront() {
        guard let keys, let values else { return }
        let valid = offset - startPosition
        guard valid > chunkSize else { return }
        let trim = valid - chunkSize
        startPosition += trim
        self.keys = keys[.ellipsis, trim..<valid, 0...]
        self.values = values[.ellipsis, trim..<valid, 0...]
    }

    public func update(keys newKeys: MLXArray, values newValues: MLXArray) -> (MLXArray, MLXArray) {
        let previous = offset - startPosition
        let keys = bufferWithRoom(keys, used: previous, for: newKeys, step: step)
        let values = bufferWithRoom(values, used: previous, for: newValues, step: step)
        (self.keys, self.values) = (keys, values)

        offset += newKeys.dim(2)
        let end = offset - startPosition
        keys[.ellipsis, previous..<end, 0...] = newKeys
        values[.ellipsis, previous..<end, 0...] = newValues
        return (keys[.ellipsis, ..<end, 0...], values[.ellipsis, ..<end, 0...])
    }

    /// The tokens held, without the room behind them.
    var held: [MLXArray] {
        guard let keys, let values else { return [] }
        let end = offset - startPosition
        return [keys[.ellipsis, ..<end, 0...], values[.ellipsis, ..<end, 0...]]
    }

    /// The buffers up to `offset`, as Python stores them: with `startPosition` above 0 that is more
    /// than the tokens held.
    public var state: [MLXArray] {
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

    /// `chunkSize` and `startPosition`.
    public var metaState: [String] {
        get { [chunkSize, startPosition].map(String.init) }
        set {
            let numbers = numbers(newValue)
            (chunkSize, startPosition) = (numbers[0], numbers[1])
        }
    }

    public func restore(state: [MLXArray], metaState: [String]) throws {
        try validateArrays(state, counts: [0, 2])
        try validateNumbers(metaState, count: 2)
        self.state = state
        self.metaState = metaState
    }

    public var isTrimmable: Bool { true }

    @discardableResult
    public func trim(_ n: Int) -> Int {
        let n = min(offset - startPosition, n)
        offset -= n
        return n
    }

    public var isEmpty: Bool { keys == nil }

    public var byteCount: Int { (keys?.nbytes ?? 0) + (values?.nbytes ?? 0) }

    public var pythonClassName: String { "ChunkedKVCache" }
}
