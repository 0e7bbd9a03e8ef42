// Ported from mlx_vlm/models/cache.py (`QuantizedKVCache`), mlx-vlm 0.7.10, MIT,
// sha256 4c7526c6b17b97827cc810ea0e66bb3a364b4100d6aedf4878a1e15703a95031.

import MLX

/// An array quantised along its last axis: Python's tuple `(packed, scales, biases)`.
public struct QuantizedArray {
    /// The packed values, uint32 `[…, D * bits / 32]`.
    public var packed: MLXArray
    /// The scale of each group, `[…, D / groupSize]`.
    public var scales: MLXArray
    /// The bias of each group, `[…, D / groupSize]`.
    public var biases: MLXArray?

    /// The parts of a quantised array.
    public init(packed: MLXArray, scales: MLXArray, biases: MLXArray?) {
        (self.packed, self.scales, self.biases) = (packed, scales, biases)
    }

    /// Quantises `array` `[…, D]`.
    public init(_ array: MLXArray, groupSize: Int, bits: Int) {
        let parts = quantized(array, groupSize: groupSize, bits: bits)
        self.init(packed: parts.wq, scales: parts.scales, biases: parts.biases)
    }

    /// The parts in Python's order.
    public var parts: [MLXArray] { [packed, scales] + (biases.map { [$0] } ?? []) }

    /// The array with each part changed in the same way.
    public func map(_ transform: (MLXArray) -> MLXArray) -> QuantizedArray {
        QuantizedArray(
            packed: transform(packed), scales: transform(scales), biases: biases.map(transform))
    }

    /// The first `length` tokens of `[B, H, S, D]`.
    func prefix(_ length: Int) -> QuantizedArray { map { $0[.ellipsis, ..<length, 0...] } }

    /// Writes `new` over the tokens `range` of `[B, H, S, D]`, in place.
    func assign(_ new: QuantizedArray, at range: Range<Int>) {
        for (part, newPart) in zip(parts, new.parts) {
            part[.ellipsis, range, 0...] = newPart
        }
    }
}
