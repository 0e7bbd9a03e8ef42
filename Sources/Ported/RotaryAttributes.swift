import MLXNN

// What Python reads of a rotary embedding from outside. Which of it a class keeps differs: of one that does not keep it
// Python raises `AttributeError`, which is reported as a failing operation is.
extension RotaryEmbedding {
    /// The base of the geometric series of frequencies (`base`).
    public var frequencyBase: Double {
        switch self {
        case let rope as RoPE: Double(rope.options.base)
        case let rope as EagerRoPE: rope.base
        default: missing("base", .nan)
        }
    }

    /// What positions are multiplied by (`scale`).
    public var positionScale: Double {
        switch self {
        case let rope as RoPE: Double(rope.options.scale)
        case let rope as EagerRoPE: rope.scale
        default: missing("scale", .nan)
        }
    }

    /// How many features are rotated (`dims`).
    public var rotatedDimensions: Int {
        switch self {
        case let rope as RoPE: rope.options.dimensions
        case let rope as EagerRoPE: rope.dims
        case let rope as Llama3RoPE: rope.dims
        case let rope as YarnRoPE: rope.dims
        case let rope as ProportionalRoPE: rope.dims
        default: missing("dims", 0)
        }
    }

    /// Whether neighbours are rotated together, instead of the two halves (`traditional`).
    public var rotatesNeighbours: Bool {
        switch self {
        case let rope as RoPE: rope.options.traditional
        case let rope as EagerRoPE: rope.traditional
        case let rope as Llama3RoPE: rope.traditional
        case let rope as YarnRoPE: rope.traditional
        case let rope as ProportionalRoPE: rope.traditional
        default: missing("traditional", false)
        }
    }

    private func missing<Value>(_ name: String, _ value: Value) -> Value {
        _ = failure("AttributeError", "'\(type(of: self))' object has no attribute '\(name)'")
        return value
    }
}

#if MLX_SWIFT
    extension RoPE {
        /// What the layer was made with, which mlx-swift keeps to itself.
        fileprivate var options: (dimensions: Int, traditional: Bool, base: Float, scale: Float) {
            let values = Dictionary(
                Mirror(reflecting: self).children.map { ($0.label ?? "", $0.value) },
                uniquingKeysWith: { first, _ in first })
            guard let dimensions = values["dimensions"] as? Int,
                let traditional = values["traditional"] as? Bool,
                let base = values["base"] as? Float, let scale = values["scale"] as? Float
            else { fatalError("RoPE keeps other values than it did") }
            return (dimensions, traditional, base, scale)
        }
    }
#endif
