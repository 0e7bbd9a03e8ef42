// Ported from mlx_vlm/models/cache.py (`QuantizedKVCache`), mlx-vlm 0.7.10, MIT,
// sha256 4c7526c6b17b97827cc810ea0e66bb3a364b4100d6aedf4878a1e15703a95031.

import MLX

/// A cache that keeps every token, quantised, and grows in place, 256 tokens at a time.
///
/// `update` returns the packed keys and values; `scaledDotProductAttention` takes the scales and
/// biases that belong to them from the cache. Stands for `QuantizedKVCache`.
public final class QuantizedKVCache: KVCache {
    /// The key buffer, of which the first `offset` tokens are used.
    public internal(set) var keys: QuantizedArray?
    /// The value buffer.
    public internal(set) var values: QuantizedArray?
    /// The number of tokens held.
    public var offset = 0
    /// The number of elements that share a scale.
    public private(set) var groupSize: Int
    /// The bits of one element.
    public private(set) var bits: Int
    /// How many tokens the buffers grow by.
    public var step = 256

    /// An empty cache.
    public init(groupSize: Int = 64, bits: Int = 8) {
        self.groupSize = groupSize
        self.bits = bits
    }

    /// The keys and values that `update` returned last, with their scales and biases.
    private(set) var fetched: (keys: QuantizedArray, values: QuantizedArray)?

    public func update(keys newKeys: MLXArray, values newValues: MLXArray) -> (MLXArray, MLXArray) {
        // A buffer that is still referred to elsewhere would be copied, not written in place.
        fetched = nil
        let previous = offset
        let keys = withRoom(keys, used: previous, for: newKeys)
        let values = withRoom(values, used: previous, for: newValues)
        (self.keys, self.values) = (keys, values)

        offset += newKeys.dim(2)
        keys.assign(
            QuantizedArray(newKeys, groupSize: groupSize, bits: bits), at: previous..<offset)
        values.assign(
            QuantizedArray(newValues, groupSize: groupSize, bits: bits), at: previous..<offset)

        let fetched = (keys: keys.prefix(offset), values: values.prefix(offset))
        self.fetched = fetched
        return (fetched.keys.packed, fetched.values.packed)
    }

    /// The buffer, with room for the tokens of `new` `[B, H, L, D]` after its first `used` ones.
    private func withRoom(
        _ buffer: QuantizedArray?, used: Int, for new: MLXArray
    ) -> QuantizedArray {
        let count = new.dim(2)
        if let buffer, used + count <= buffer.packed.dim(-2) { return buffer }
        let newSteps = (step + count - 1) / step * step
        let shape = [new.dim(0), new.dim(1), newSteps]
        guard let buffer else {
            let groups = shape + [new.dim(3) / groupSize]
            return QuantizedArray(
                packed: MLXArray.zeros(shape + [new.dim(3) * bits / 32], dtype: .uint32),
                scales: MLXArray.zeros(groups, dtype: new.dtype),
                biases: MLXArray.zeros(groups, dtype: new.dtype))
        }
        let filled = used % step != 0 ? buffer.prefix(used) : buffer
        return filled.map {
            concatenated([$0, MLXArray.zeros(shape + [$0.dim(-1)], dtype: $0.dtype)], axis: -2)
        }
    }

    public func makeMask(n: Int, windowSize: Int?, returnArray: Bool) -> AttentionMask {
        offsetMask(n: n, offset: offset, windowSize: windowSize, returnArray: returnArray)
    }

    /// Packed keys, scales, biases, then the same of the values.
    public var state: [MLXArray] {
        get {
            guard let keys, let values else { return [] }
            if offset == keys.packed.dim(2) { return keys.parts + values.parts }
            return keys.prefix(offset).parts + values.prefix(offset).parts
        }
        set {
            fetched = nil
            guard newValue.count == 6 else {
                (keys, values) = (nil, nil)
                return
            }
            keys = QuantizedArray(packed: newValue[0], scales: newValue[1], biases: newValue[2])
            values = QuantizedArray(packed: newValue[3], scales: newValue[4], biases: newValue[5])
        }
    }

    /// `offset`, `groupSize` and `bits`.
    public var metaState: [String] {
        get { [offset, groupSize, bits].map(String.init) }
        set {
            let numbers = numbers(newValue)
            (offset, groupSize, bits) = (numbers[0], numbers[1], numbers[2])
        }
    }

    public func restore(state: [MLXArray], metaState: [String]) throws {
        try validateArrays(state, counts: [0, 6])
        try validateNumbers(metaState, count: 3)
        self.state = state
        self.metaState = metaState
    }

    public var isTrimmable: Bool { true }

    @discardableResult
    public func trim(_ n: Int) -> Int {
        let n = min(offset, n)
        offset -= n
        return n
    }

    public var isEmpty: Bool { keys == nil }

    public var byteCount: Int {
        ((keys?.parts ?? []) + (values?.parts ?? [])).reduce(0) { $0 + $1.nbytes }
    }

    public var pythonClassName: String { "QuantizedKVCache" }
}
