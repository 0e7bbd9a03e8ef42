// Ported from mlx_vlm/models/cache.py (`RotatingKVCache`), mlx-vlm 0.7.10, MIT,
// sha256 4c7526c6b17b97827cc810ea0e66bb3a364b4100d6aedf4878a1e15703a95031.

import MLX

/// A cache of the last `maxSize` tokens, of which the first `keep` stay for good.
///
/// Single tokens overwrite the oldest in place, so the buffer is a ring; a prompt is appended after
/// the ring was put into temporal order, and may exceed `maxSize` until the next single token.
/// Stands for `RotatingKVCache`.
public final class RotatingKVCache: KVCache {
    /// The key buffer `[B, H, length, Dk]`.
    public var keys: MLXArray?
    /// The value buffer `[B, H, length, Dv]`.
    public var values: MLXArray?
    /// The number of tokens processed, those forgotten included.
    public var offset = 0
    /// The number of first tokens that are never overwritten.
    public private(set) var keep: Int
    /// The number of tokens held at most once single tokens are appended.
    public private(set) var maxSize: Int
    /// How many tokens the buffers grow by until they are full.
    public var step = 256

    /// Where the next single token goes; `_idx` of the Python.
    public private(set) var index = 0

    /// An empty cache.
    public init(maxSize: Int, keep: Int = 0) {
        self.maxSize = maxSize
        self.keep = keep
    }

    public func update(keys newKeys: MLXArray, values newValues: MLXArray) -> (MLXArray, MLXArray) {
        newKeys.dim(2) == 1
            ? updateInPlace(newKeys, newValues) : updateConcatenated(newKeys, newValues)
    }

    /// `_trim`: `v` without the `count` tokens after the kept ones, followed by `new`.
    private func trimmed(_ v: MLXArray, by count: Int, appending new: MLXArray? = nil) -> MLXArray {
        var parts =
            count > 0
            ? [v[.ellipsis, ..<keep, 0...], v[.ellipsis, (count + keep)..., 0...]] : [v]
        if let new { parts.append(new) }
        return concatenated(parts, axis: 2)
    }

    /// `_temporal_order`: `v` with its oldest token first and without its unused end.
    private func temporallyOrdered(_ v: MLXArray) -> MLXArray {
        if index == v.dim(2) {
            return v
        } else if index < offset {
            return concatenated(
                [
                    v[.ellipsis, ..<keep, 0...],
                    v[.ellipsis, index..., 0...],
                    v[.ellipsis, keep..<index, 0...],
                ], axis: 2)
        } else {
            return v[.ellipsis, ..<index, 0...]
        }
    }

    /// `_update_concat`: appends any number of tokens.
    private func updateConcatenated(
        _ newKeys: MLXArray, _ newValues: MLXArray
    ) -> (MLXArray, MLXArray) {
        var (updatedKeys, updatedValues) = (newKeys, newValues)
        if let keys, let values {
            let orderedKeys = temporallyOrdered(keys)
            let orderedValues = temporallyOrdered(values)
            index = orderedKeys.dim(2)

            // One less than the size goes before the new tokens, so that the first of them sees
            // `maxSize` tokens, itself included.
            let trimSize = index - maxSize + 1
            updatedKeys = trimmed(orderedKeys, by: trimSize, appending: newKeys)
            updatedValues = trimmed(orderedValues, by: trimSize, appending: newValues)
        }
        (keys, values) = (updatedKeys, updatedValues)
        offset += newKeys.dim(2)
        index = updatedKeys.dim(2)
        return (updatedKeys, updatedValues)
    }

    /// `_update_in_place`: overwrites the oldest token that is not kept.
    private func updateInPlace(
        _ newKeys: MLXArray, _ newValues: MLXArray
    ) -> (MLXArray, MLXArray) {
        var (keys, values) = grown(newKeys, newValues)

        let trimSize = keys.dim(2) - maxSize
        if trimSize > 0 {
            keys = trimmed(keys, by: trimSize)
            values = trimmed(values, by: trimSize)
            index = maxSize
        }
        (self.keys, self.values) = (keys, values)

        if index == maxSize { index = keep }

        let count = newKeys.dim(2)
        keys[.ellipsis, index..<(index + count), 0...] = newKeys
        values[.ellipsis, index..<(index + count), 0...] = newValues
        offset += count
        index += count

        if offset < maxSize {
            return (keys[.ellipsis, ..<offset, 0...], values[.ellipsis, ..<offset, 0...])
        }
        return (keys, values)
    }

    /// The buffers, a block longer if they are full and may still grow.
    private func grown(_ newKeys: MLXArray, _ newValues: MLXArray) -> (MLXArray, MLXArray) {
        let previous = offset
        if let keys, let values, previous < keys.dim(2) || keys.dim(2) >= maxSize {
            return (keys, values)
        }
        let (batch, heads) = (newKeys.dim(0), newKeys.dim(1))
        let newSize = min(step, maxSize - previous)
        let keyRoom = MLXArray.zeros(
            [batch, heads, newSize, newKeys.dim(3)], dtype: newKeys.dtype)
        let valueRoom = MLXArray.zeros(
            [batch, heads, newSize, newValues.dim(3)], dtype: newValues.dtype)
        index = previous
        guard let keys, let values else { return (keyRoom, valueRoom) }
        return (
            concatenated([keys, keyRoom], axis: 2), concatenated([values, valueRoom], axis: 2)
        )
    }

    public func makeMask(n: Int, windowSize: Int?, returnArray: Bool) -> AttentionMask {
        n > 1
            ? promptMask(n: n, windowSize: windowSize.nonZero ?? maxSize, returnArray: returnArray)
            : tokenMask(windowSize: windowSize)
    }

    /// The mask of several new tokens.
    private func promptMask(n: Int, windowSize: Int, returnArray: Bool) -> AttentionMask {
        let offset = min(maxSize - 1, offset)
        guard offset + n > windowSize || returnArray else { return .causal }
        if keep == 0 || windowSize != maxSize {
            return .array(createCausalMask(n: n, offset: offset, windowSize: windowSize))
        }
        // The kept tokens take their share of the window.
        let keyIndices = arange(offset + n)[.newAxis]
        let queryIndices = arange(offset, offset + n)[0..., .newAxis]
        return .array(
            (queryIndices .>= keyIndices)
                & ((keyIndices .< keep) | (queryIndices .< keyIndices + windowSize - keep)))
    }

    /// The mask of one new token, needed only if the window is smaller than the ring.
    private func tokenMask(windowSize: Int?) -> AttentionMask {
        guard let windowSize, offset >= windowSize, maxSize > windowSize else { return .none }
        let index = index >= maxSize ? 0 : index
        let maskSize = offset < maxSize ? offset + 1 : maxSize
        let mask = arange(maskSize) .>= (maskSize - windowSize)
        return .array(roll(mask, shift: index + 1))
    }

    public var size: Int { min(offset, maxSize) }

    public var state: [MLXArray] {
        get {
            guard let keys, let values else { return [] }
            if offset < keys.dim(2) {
                return [keys[.ellipsis, ..<offset, 0...], values[.ellipsis, ..<offset, 0...]]
            }
            return [keys, values]
        }
        set { (keys, values) = (newValue.first, newValue.last) }
    }

    /// `keep`, `maxSize`, `offset` and the ring's index.
    public var metaState: [String] {
        get { [keep, maxSize, offset, index].map(String.init) }
        set {
            let numbers = numbers(newValue)
            (keep, maxSize, offset, index) = (numbers[0], numbers[1], numbers[2], numbers[3])
        }
    }

    public func restore(state: [MLXArray], metaState: [String]) throws {
        try validateArrays(state, counts: [0, 2])
        try validateNumbers(metaState, count: 4)
        self.state = state
        self.metaState = metaState
    }

    public var isTrimmable: Bool { offset < maxSize }

    @discardableResult
    public func trim(_ n: Int) -> Int {
        let n = min(offset, n)
        offset -= n
        index -= n
        return n
    }

    public var isEmpty: Bool { keys == nil }

    public var byteCount: Int { (keys?.nbytes ?? 0) + (values?.nbytes ?? 0) }

    public var pythonClassName: String { "RotatingKVCache" }
}
