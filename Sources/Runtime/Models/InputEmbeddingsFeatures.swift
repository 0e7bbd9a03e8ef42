import MLX

/// What `get_input_embeddings` gives to the language model (`InputEmbeddingsFeatures`,
/// mlx_vlm/models/base.py). All but the embeddings are optional.
public struct InputEmbeddingsFeatures {
    /// Embeddings of tokens and media [B, L, D].
    public var inputsEmbeds: MLXArray
    /// The mask as the attention adds or selects with it [B, 1, L, S] (`attention_mask_4d`).
    public var attentionMask4d: MLXArray?
    /// Which positions are visual [B, L], boolean (`visual_pos_masks`).
    public var visualPosMasks: MLXArray?
    /// Visual features that are added to early layers (`deepstack_visual_embeds`).
    public var deepstackVisualEmbeds: MLXArray?
    /// Embeddings of each layer [B, L, layers, D] (`per_layer_inputs`).
    public var perLayerInputs: MLXArray?
    /// What the decoder's cross-attention attends to (`cross_attention_states`).
    public var crossAttentionStates: MLXArray?
    /// Which states each position may attend to (`cross_attention_mask`).
    public var crossAttentionMask: MLXArray?
    /// Rows without any visible state (`full_text_row_masked_out_mask`).
    public var fullTextRowMaskedOutMask: MLXArray?
    /// The decoder's embeddings [B, L, D] (`decoder_inputs_embeds`).
    public var decoderInputsEmbeds: MLXArray?
    /// The padding mask of encoder-decoder models [B, L] (`attention_mask`).
    public var attentionMask: MLXArray?
    /// Positions of the rotary embedding (`position_ids`).
    public var positionIds: MLXArray?
    /// Positions by height and width (`pos_hw`).
    public var posHw: MLXArray?
    /// The offset between positions and tokens (`rope_deltas`).
    public var ropeDeltas: MLXArray?

    /// Features; all but the embeddings are optional.
    public init(
        inputsEmbeds: MLXArray,
        attentionMask4d: MLXArray? = nil,
        visualPosMasks: MLXArray? = nil,
        deepstackVisualEmbeds: MLXArray? = nil,
        perLayerInputs: MLXArray? = nil,
        crossAttentionStates: MLXArray? = nil,
        crossAttentionMask: MLXArray? = nil,
        fullTextRowMaskedOutMask: MLXArray? = nil,
        decoderInputsEmbeds: MLXArray? = nil,
        attentionMask: MLXArray? = nil,
        positionIds: MLXArray? = nil,
        posHw: MLXArray? = nil,
        ropeDeltas: MLXArray? = nil
    ) {
        self.inputsEmbeds = inputsEmbeds
        self.attentionMask4d = attentionMask4d
        self.visualPosMasks = visualPosMasks
        self.deepstackVisualEmbeds = deepstackVisualEmbeds
        self.perLayerInputs = perLayerInputs
        self.crossAttentionStates = crossAttentionStates
        self.crossAttentionMask = crossAttentionMask
        self.fullTextRowMaskedOutMask = fullTextRowMaskedOutMask
        self.decoderInputsEmbeds = decoderInputsEmbeds
        self.attentionMask = attentionMask
        self.positionIds = positionIds
        self.posHw = posHw
        self.ropeDeltas = ropeDeltas
    }

    /// The features that are there, by the Python fields' names, without the embeddings.
    public var inputs: ModelInputs {
        var inputs = ModelInputs()
        if let attentionMask4d { inputs["attention_mask_4d"] = attentionMask4d }
        if let visualPosMasks { inputs["visual_pos_masks"] = visualPosMasks }
        if let deepstackVisualEmbeds { inputs["deepstack_visual_embeds"] = deepstackVisualEmbeds }
        if let perLayerInputs { inputs["per_layer_inputs"] = perLayerInputs }
        if let crossAttentionStates { inputs["cross_attention_states"] = crossAttentionStates }
        if let crossAttentionMask { inputs["cross_attention_mask"] = crossAttentionMask }
        if let fullTextRowMaskedOutMask {
            inputs["full_text_row_masked_out_mask"] = fullTextRowMaskedOutMask
        }
        if let decoderInputsEmbeds { inputs["decoder_inputs_embeds"] = decoderInputsEmbeds }
        if let attentionMask { inputs["attention_mask"] = attentionMask }
        if let positionIds { inputs["position_ids"] = positionIds }
        if let posHw { inputs["pos_hw"] = posHw }
        if let ropeDeltas { inputs["rope_deltas"] = ropeDeltas }
        return inputs
    }
}
