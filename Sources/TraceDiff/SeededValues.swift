/// Weights and token ids that a seed and a name determine, equal to the bit wherever the rule is
/// implemented: two programs get the same model without a file between them.
///
/// Draw i of `name` is `mix(fnv1a64(name) ^ seed · γ + (i + 1) · γ)`, γ = 0x9E3779B97F4A7C15, where
/// `mix` is SplitMix64's finaliser; its upper 24 bits count. `Reference/recorder/seeded.py` is the same
/// in Python.
public struct SeededValues: Sendable {
    /// The seed.
    public let seed: UInt64

    private static let gamma: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// The rule with a seed.
    public init(seed: UInt64) {
        self.seed = seed
    }

    /// The values of one parameter, in C order.
    ///
    /// A draw is a number r in [-0.5, 0.5), exact in float32. A matrix takes 2r · √(3 / fanIn), fanIn
    /// being the product of all dimensions but the first, so that activations neither vanish nor grow;
    /// a vector named `weight`, which scales, takes 1 + 0.2r; any other vector takes 0.2r. All of it
    /// is computed in float32.
    public func weight(name: String, shape: [Int]) -> [Float] {
        let fanIn = shape.dropFirst().reduce(1, *)
        let isMatrix = shape.count >= 2
        let isScale = shape.count == 1 && name.split(separator: ".").last == "weight"
        let bound = isMatrix ? (3 / Float(fanIn)).squareRoot() : 0
        return draws(name, count: shape.reduce(1, *)) { bits in
            let r = Float(bits) / 16_777_216 - 0.5
            return isMatrix ? r * 2 * bound : isScale ? 1 + 0.2 * r : 0.2 * r
        }
    }

    /// Token ids [batch, length], each below the vocabulary's size.
    ///
    /// - Parameter reserved: ids that stand for media: in their place is the next one that does not.
    public func tokenIds(
        name: String, batch: Int, length: Int, vocabulary: Int, reserved: Set<Int> = []
    ) -> [Int32] {
        draws(name, count: batch * length) { bits in
            var id = Int(bits % UInt64(vocabulary))
            var steps = 0
            while reserved.contains(id), steps < vocabulary {
                (id, steps) = ((id + 1) % vocabulary, steps + 1)
            }
            return Int32(id)
        }
    }

    /// What a processor might make of media, in C order: values between -1 and 1, exact in float32.
    public func signal(name: String, shape: [Int]) -> [Float] {
        draws(name, count: shape.reduce(1, *)) { Float($0) / 8_388_608 - 1 }
    }

    private func draws<Value>(
        _ name: String, count: Int, _ value: (UInt64) -> Value
    ) -> [Value] {
        var state = Self.hash(name) ^ (seed &* Self.gamma)
        var values: [Value] = []
        values.reserveCapacity(count)
        for _ in 0..<count {
            state &+= Self.gamma
            values.append(value(Self.mix(state) >> 40))
        }
        return values
    }

    /// FNV-1a over the UTF-8 bytes.
    static func hash(_ name: String) -> UInt64 {
        name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }

    /// SplitMix64's finaliser.
    static func mix(_ state: UInt64) -> UInt64 {
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
