import MLX

/// What a family says about the packing of one of its layers (`quant_predicate`).
public enum QuantizationRule: Hashable, Sendable {
    /// Not at all (`False`).
    case plain
    /// As the caller asks for all layers (`True`).
    case general
    /// In a way of its own (a dictionary).
    case own(Packing)

    /// What a family states; the rest is as for a layer that is quantised without a word about it.
    public struct Packing: Hashable, Sendable {
        /// How many values share a scale.
        public var groupSize: Int?
        /// The bits of a value.
        public var bits: Int?
        /// How values are packed.
        public var mode: QuantizationMode?
        /// The size of groups where the layer's inputs do not divide into those asked for (mlx-vlm).
        public var fallbackGroupSize: Int?
    }

    /// In a way of its own.
    public static func packed(
        groupSize: Int? = nil, bits: Int? = nil, mode: QuantizationMode? = nil,
        fallbackGroupSize: Int? = nil
    ) -> QuantizationRule {
        .own(
            Packing(
                groupSize: groupSize, bits: bits, mode: mode,
                fallbackGroupSize: fallbackGroupSize))
    }

    /// As for all layers, or not at all.
    public init(isPacked: Bool) { self = isPacked ? .general : .plain }

    /// What the Python gives: a truth value, or an object.
    public var json: OrderedJSON {
        switch self {
        case .plain: false
        case .general: true
        case .own(let packing): packing.json
        }
    }
}

extension QuantizationRule.Packing {
    /// The entries that are stated.
    var json: OrderedJSON {
        var entries: OrderedJSON = [:]
        if let groupSize { entries["group_size"] = .int(groupSize) }
        if let bits { entries["bits"] = .int(bits) }
        if let mode { entries["mode"] = .string(mode.rawValue) }
        if let fallbackGroupSize { entries["fallback_group_size"] = .int(fallbackGroupSize) }
        return entries
    }
}
