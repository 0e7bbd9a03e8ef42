import MLXNN
import ModelPorted

/// The language model inside of a model that may take pictures and sounds too: `LanguageModel` of a
/// family of mlx-vlm.
public protocol LanguageModel: Module {
    /// One forward pass: `language_model(input_ids, inputs_embeds:, cache:, …)`.
    ///
    /// - Parameters:
    ///   - inputs: `input_ids` [B, L], `inputs_embeds` [B, L, D] and the features by name.
    ///   - cache: one cache a layer, or nil for a pass without.
    func callAsFunction(
        _ inputs: ModelInputs, cache: [any KVCache]?
    ) throws -> LanguageModelOutput

    /// Fresh caches, one a layer (`make_prompt_cache(language_model)`).
    ///
    /// - Throws: what the family's `make_cache` throws for a configuration it cannot serve.
    func makeCache() throws -> [any KVCache]
}

/// A model that generates through the language model it holds: `Model` of a family of mlx-vlm.
public protocol LanguageModelHolder: GenerativeModel {
    associatedtype Language: LanguageModel

    /// What generation calls with the ids or the embeddings.
    var languageModel: Language { get }
}

extension LanguageModelHolder {
    /// The language model's pass.
    public func callAsFunction(
        _ inputs: ModelInputs, cache: [any KVCache]?
    ) throws -> LanguageModelOutput {
        try languageModel(inputs, cache: cache)
    }

    /// The language model's caches.
    public func makeCache() throws -> [any KVCache] { try languageModel.makeCache() }
}
