import MLXNN
import ModelPorted

/// What tokens are generated with: a whole model, or the language model inside of one that may take
/// pictures and sounds too, `LanguageModel` of a family of mlx-vlm.
public protocol LanguageModel: Module {
    /// One forward pass: mlx-vlm's `language_model(input_ids, inputs_embeds:, cache:, …)` or
    /// mlx-lm's `model(ids, cache:)`.
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

    /// How many caches of keys and values the model takes, where it leaves making them to the package;
    /// nil where it has a `make_cache` of its own.
    var uniformCacheCount: Int? { get }

    /// Whether a prompt may be taken in several steps.
    var allowsChunkedPrefill: Bool { get }
}

extension LanguageModel {
    /// Prompts may be split.
    public var allowsChunkedPrefill: Bool { true }

    /// Its own caches.
    public var uniformCacheCount: Int? { nil }
}

/// A model without a `make_cache` of its own: the package gives each layer a cache of keys and values.
public protocol UniformlyCached {
    associatedtype Layer

    /// The layers.
    var layers: [Layer] { get }
}

extension UniformlyCached {
    /// A cache of keys and values for each layer.
    public func makeCache() -> [any KVCache] { makePromptCache(layerCount: layers.count) }
}

extension LanguageModel where Self: UniformlyCached {
    /// One for each layer.
    public var uniformCacheCount: Int? { layers.count }
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

    /// As the language model says.
    public var allowsChunkedPrefill: Bool { languageModel.allowsChunkedPrefill }

    /// The language model's.
    public var uniformCacheCount: Int? { languageModel.uniformCacheCount }
}
