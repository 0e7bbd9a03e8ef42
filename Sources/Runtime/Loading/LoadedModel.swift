/// A model with its weights and what its checkpoint says about it.
public struct LoadedModel {
    /// The model, in evaluation mode.
    public let model: any GenerativeModel
    /// The type that `config.json` declares.
    public let type: ModelType
    /// The completed configuration.
    public let configuration: ModelConfiguration
    /// The checkpoint's sampling defaults.
    public let defaults: GenerationDefaults
    /// The folder that it was loaded from.
    public let directory: CheckpointDirectory
}

extension LoadedModel {
    /// The tokens that end a text: those of the checkpoint and the tokenizer's own.
    public func endTokens(_ tokenizer: any Tokenizer) -> Set<Int> {
        Set(defaults.eosTokenIds + [tokenizer.eosTokenId].compactMap { $0 })
    }
}
