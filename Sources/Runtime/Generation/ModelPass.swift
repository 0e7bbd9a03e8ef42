import MLX
import ModelPorted

/// The way that the packages' own generation takes through a model: embeddings first, then the
/// language model with what they came with, then one token after another.
struct ModelPass {
    let model: any GenerativeModel
    let package: ModelPackage

    /// A prompt as the language model takes it.
    struct Prompt {
        /// Token ids [B, L].
        var ids: MLXArray
        /// Embeddings [B, L, D] where the model makes them.
        var embeddings: MLXArray?
        /// Everything that goes with each part of the prompt.
        var context: ModelInputs
    }

    /// `get_input_embeddings` and the keywords that the language model is given after it.
    ///
    /// - Parameter inputs: `input_ids` [B, L] and a processor's outputs.
    /// - Throws: ``ModelRuntimeError`` for inputs that the model does not read.
    func prepare(_ inputs: ModelInputs) throws -> Prompt {
        guard let ids = inputs.inputIds else {
            throw ModelRuntimeError.input("the input \"input_ids\" is missing")
        }
        guard ids.ndim == 2, ids.dim(0) > 0, ids.dim(1) > 0 else {
            throw ModelRuntimeError.input(
                "the input \"input_ids\" has the shape \(ids.shape), not [batch, length]")
        }
        var inputs = inputs
        let types = "token_type_ids"
        let texts: Set = ["input_ids", "inputs_embeds", "mask", types]
        if !model.inputNames.contains(types), !texts.isSuperset(of: inputs.names) {
            // What processors say of the ids beside the media: none is lost with it.
            inputs[types] = nil
        }
        if let unread = inputs.names.first(where: { !model.inputNames.contains($0) }) {
            throw ModelRuntimeError.unsupported(
                "the model does not read the input \"\(unread)\"; it reads "
                    + model.inputNames.sorted().joined(separator: ", "))
        }
        var context = inputs
        context.inputIds = nil
        guard let features = try model.inputFeatures(inputs) else {
            return Prompt(ids: ids, embeddings: nil, context: context)
        }
        // These two are arguments of the embedding alone.
        (context.pixelValues, context.mask) = (nil, nil)
        let explicit = ["position_ids", "rope_deltas"].map { ($0, context[$0]) }
        context.merge(features.inputs)
        for (name, value) in explicit where value != nil { context[name] = value }
        return Prompt(ids: ids, embeddings: features.inputsEmbeds, context: context)
    }

    /// The language model over a whole prompt.
    func callAsFunction(_ prompt: Prompt, cache: [any KVCache]?) throws -> LanguageModelOutput {
        var inputs = prompt.context
        inputs.inputIds = prompt.ids
        inputs.inputsEmbeds = prompt.embeddings
        return try model(inputs, cache: cache)
    }

    /// One decode step.
    ///
    /// - Parameters:
    ///   - token: ids [B, 1].
    ///   - carried: what the step before passed on.
    func step(
        _ token: MLXArray, carried: ModelInputs, cache: [any KVCache]?
    ) throws -> LanguageModelOutput {
        var inputs = carried
        inputs.inputIds = token
        return try model(inputs, cache: cache)
    }
}
