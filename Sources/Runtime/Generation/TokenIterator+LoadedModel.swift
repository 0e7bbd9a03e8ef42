import MLX
import ModelPorted

extension TokenIterator {
    /// Takes in a prompt of token ids and starts the first token, as the model's package does.
    ///
    /// - Parameters:
    ///   - prompt: the token ids, at least one.
    ///   - extra: a processor's outputs.
    ///   - options: what the user asks for; stop strings and tokens are the caller's to look for.
    ///   - cache: what is kept of the tokens before; nil is nothing.
    /// - Throws: ``ModelRuntimeError`` and `CancellationError`.
    public init(
        _ loaded: LoadedModel, prompt: [Int], extra: ModelInputs = ModelInputs(),
        options: GenerationOptions = GenerationOptions(), cache: [any KVCache]? = nil
    ) throws {
        try options.validate()
        let package = loaded.configuration.package
        var inputs = extra
        inputs.inputIds = MLXArray(prompt.map(Int32.init), [1, prompt.count])
        if package == .mlxVLM, loaded.model.inputNames.contains("mask") {
            inputs.mask = MLXArray.ones([1, prompt.count], dtype: .int32)
        }
        try self.init(
            model: loaded.model, package: package, inputs: inputs,
            sampler: Sampler(
                options.sampling(for: package, defaults: loaded.defaults), package: package),
            processors: options.logits.processors, maxTokens: options.maxTokens(for: package),
            prefillStepSize: options.prefillStepSize, cacheOptions: options.cache,
            cache: cache, seed: options.seed)
    }
}
