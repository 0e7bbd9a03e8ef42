import MLX
import MLXNN

/// What one forward pass gives (`LanguageModelOutput`, mlx_vlm/models/base.py).
public struct LanguageModelOutput {
    /// Scores of the next token [B, L, V].
    public var logits: MLXArray
    /// Hidden states of the layers that were asked for, [B, L, D] each.
    public var hiddenStates: [MLXArray]?
    /// What later steps' cross-attention attends to. The Python's annotation is a list; what it
    /// passes on is one array.
    public var crossAttentionStates: MLXArray?
    /// The encoder's result, which later steps are given again.
    public var encoderOutputs: MLXArray?

    /// An output; all but the logits are optional.
    public init(
        logits: MLXArray, hiddenStates: [MLXArray]? = nil, crossAttentionStates: MLXArray? = nil,
        encoderOutputs: MLXArray? = nil
    ) {
        self.logits = logits
        self.hiddenStates = hiddenStates
        self.crossAttentionStates = crossAttentionStates
        self.encoderOutputs = encoderOutputs
    }

    /// What the next decode step is given beside its token: the cross-attention states, or else the
    /// encoder's outputs, or nothing.
    public var inputsOfNextStep: ModelInputs {
        var inputs = ModelInputs()
        if let crossAttentionStates {
            inputs.crossAttentionStates = crossAttentionStates
        } else if let encoderOutputs {
            inputs.encoderOutputs = encoderOutputs
        }
        return inputs
    }
}

extension Module {
    /// Runs the body of a `callAsFunction` that returns an output, and tells an observer its logits.
    public final func observe(
        _ body: () throws -> LanguageModelOutput
    ) rethrows -> LanguageModelOutput {
        try observe(outputs: { [$0.logits] }, body)
    }
}
