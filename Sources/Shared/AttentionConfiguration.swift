import Foundation
import ModelPorted

/// A configuration that says what a `StandardAttention` is made of.
///
/// The generator writes this conformance down from the proof that a Python class is a standard
/// attention: each parameter is the Python expression that the proof bound it to.
public protocol AttentionConfiguration {
    /// What the attention of each layer is made of.
    ///
    /// - Throws: an error that names the entry of `config.json` that is unusable.
    var attention: AttentionParameters { get throws }
}

/// What a `StandardAttention` is made of.
public struct AttentionParameters: Sendable, Equatable {
    /// The size of the hidden states.
    public var dimensions: Int
    /// The number of query heads.
    public var heads: Int
    /// The number of key and value heads, a divisor of `heads`.
    public var keyValueHeads: Int
    /// The size of one head.
    public var headDimensions: Int
    /// The factor on the scores.
    public var scale: Double
    /// Whether the projections of queries, keys and values have a bias.
    public var bias: Bool
    /// Whether the output projection has a bias.
    public var outputBias: Bool
    /// How queries and keys are normalised.
    public var queryKeyNorm: QueryKeyNorm
    /// How queries and keys are rotated; nil if they are not.
    public var rope: RotaryParameters?

    /// How queries and keys are normalised before they are rotated.
    public enum QueryKeyNorm: Sendable, Equatable {
        /// Not at all.
        case none
        /// By an RMS norm over each head, before heads and positions are swapped.
        case perHead(eps: Double)
    }

    /// - Parameters:
    ///   - scale: the factor on the scores; nil for `headDimensions ** -0.5`
    ///   - outputBias: whether the output projection has a bias; nil for what `bias` says
    public init(
        dimensions: Int,
        heads: Int,
        keyValueHeads: Int,
        headDimensions: Int,
        scale: Double? = nil,
        bias: Bool = false,
        outputBias: Bool? = nil,
        queryKeyNorm: QueryKeyNorm = .none,
        rope: RotaryParameters? = nil
    ) {
        self.dimensions = dimensions
        self.heads = heads
        self.keyValueHeads = keyValueHeads
        self.headDimensions = headDimensions
        self.scale = scale ?? pow(Double(headDimensions), -0.5)
        self.bias = bias
        self.outputBias = outputBias ?? bias
        self.queryKeyNorm = queryKeyNorm
        self.rope = rope
    }

    /// Throws a `ParameterError` unless an attention can be made of these numbers.
    func validate() throws {
        try requirePositive(
            ("dimensions", dimensions), ("heads", heads), ("keyValueHeads", keyValueHeads),
            ("headDimensions", headDimensions))
        guard heads % keyValueHeads == 0 else {
            throw ParameterError.invalid(
                "\(heads) attention heads are not a multiple of \(keyValueHeads) key-value heads")
        }
    }
}

/// How queries and keys are rotated: the arguments of `initialize_rope`.
public struct RotaryParameters: Sendable, Equatable {
    /// How many features of each head are rotated; the others stay as they are. Nil for all.
    public var dimensions: Int?
    /// `rope_theta`.
    public var base: Double
    /// Whether neighbours are rotated together, instead of the two halves.
    public var traditional: Bool
    /// `rope_scaling`.
    public var scaling: RoPEScaling?
    /// The model's context length.
    public var maxPositionEmbeddings: Int?

    public init(
        dimensions: Int? = nil,
        base: Double,
        traditional: Bool = false,
        scaling: RoPEScaling? = nil,
        maxPositionEmbeddings: Int? = nil
    ) {
        self.dimensions = dimensions
        self.base = base
        self.traditional = traditional
        self.scaling = scaling
        self.maxPositionEmbeddings = maxPositionEmbeddings
    }

    /// The rotary embedding for heads of a size.
    ///
    /// - Throws: `RoPEError`.
    public func embedding(headDimensions: Int) throws -> any RotaryEmbedding {
        try initializeRoPE(
            dims: dimensions ?? headDimensions, base: base, traditional: traditional,
            scalingConfig: scaling,
            maxPositionEmbeddings: maxPositionEmbeddings)
    }
}
