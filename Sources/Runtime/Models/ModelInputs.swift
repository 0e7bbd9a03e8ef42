import MLX
import OrderedCollections

/// Named tensors at a model's border. The names are the Python parameters' (`pixel_values`).
public struct ModelInputs {
    private var values: OrderedDictionary<String, MLXArray>

    /// How many positions of the prompt this prefill step takes (`n_to_process`).
    public var tokensToProcess: Int?
    /// How many of the last positions need logits (`logits_to_keep`); nil is all of them.
    public var logitsToKeep: Int?

    /// Inputs by name.
    public init(_ values: OrderedDictionary<String, MLXArray> = [:]) {
        self.values = values
    }

    /// Token ids alone, [B, L] of an integer type.
    public init(inputIds: MLXArray) {
        self.init(["input_ids": inputIds])
    }

    /// The input of that name; assigning nil removes it.
    public subscript(name: String) -> MLXArray? {
        get { values[name] }
        set { values[name] = newValue }
    }

    /// The names, in the order in which they were given.
    public var names: [String] { Array(values.keys) }

    /// Adds the inputs of `other`, which win over equal names here.
    public mutating func merge(_ other: ModelInputs) {
        values.merge(other.values) { $1 }
    }

    /// Token ids [B, L].
    public var inputIds: MLXArray? {
        get { self["input_ids"] }
        set { self["input_ids"] = newValue }
    }

    /// Embeddings that replace the token ids' own [B, L, D].
    public var inputsEmbeds: MLXArray? {
        get { self["inputs_embeds"] }
        set { self["inputs_embeds"] = newValue }
    }

    /// The padding mask [B, L] that `get_input_embeddings` takes.
    public var mask: MLXArray? {
        get { self["mask"] }
        set { self["mask"] = newValue }
    }

    /// Preprocessed images, in the family's own layout.
    public var pixelValues: MLXArray? {
        get { self["pixel_values"] }
        set { self["pixel_values"] = newValue }
    }

    /// Positions of the rotary embedding.
    public var positionIds: MLXArray? {
        get { self["position_ids"] }
        set { self["position_ids"] = newValue }
    }

    /// What the cross-attention of a decoder attends to, from an earlier step.
    public var crossAttentionStates: MLXArray? {
        get { self["cross_attention_states"] }
        set { self["cross_attention_states"] = newValue }
    }

    /// The encoder's result, from an earlier step.
    public var encoderOutputs: MLXArray? {
        get { self["encoder_outputs"] }
        set { self["encoder_outputs"] = newValue }
    }
}
