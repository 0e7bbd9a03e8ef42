import MLX
import ModelPorted

/// Generates token ids one by one, as the packages' `generate_step` does: the prompt in parts, then
/// each step built and started before the one before it is read.
public struct TokenIterator {
    private let pass: ModelPass
    private let sampler: Sampler
    private let processors: [LogitsProcessor]
    private let limit: Int
    private let cacheOptions: CacheOptions
    /// What the model keeps of the tokens that it has taken in: the prompt and ``tokensTakenIn``.
    public private(set) var cache: [any KVCache]
    /// How many of the generated tokens the caches hold.
    public private(set) var tokensTakenIn = 0
    /// All tokens so far [n], where a processor looks at them.
    private var tokens: MLXArray?
    private var carried = ModelInputs()
    private var upcoming: MLXArray?
    private var count = 0
    /// A seeded generation draws from a state of its own: others do not disturb it.
    private let randomState: MLXRandom.RandomState?

    /// Takes in a prompt and starts the first token.
    ///
    /// - Parameters:
    ///   - inputs: `input_ids` [1, L] and a processor's outputs.
    ///   - sampler: draws a token from the log-probabilities.
    ///   - processors: change the scores before that, in order.
    ///   - maxTokens: how many tokens are generated at most; -1 is no limit.
    ///   - prefillStepSize: how many tokens of the prompt are taken at once.
    ///   - cacheOptions: how keys and values are kept.
    ///   - cache: what the model keeps of the tokens before the prompt, which goes on with them; nil
    ///     begins anew.
    ///   - seed: of the random numbers; nil draws from the process's.
    /// - Throws: ``ModelRuntimeError`` and `CancellationError`.
    public init(
        model: any GenerativeModel, package: ModelPackage, inputs: ModelInputs, sampler: Sampler,
        processors: [LogitsProcessor] = [], maxTokens: Int, prefillStepSize: Int = 2048,
        cacheOptions: CacheOptions = CacheOptions(), cache: [any KVCache]? = nil,
        seed: UInt64? = nil
    ) throws {
        pass = ModelPass(model: model, package: package)
        self.sampler = sampler
        self.processors = processors
        self.cacheOptions = cacheOptions
        limit = maxTokens
        randomState = seed.map { MLXRandom.RandomState(seed: $0) }
        self.cache = try cache ?? cacheOptions.makeCache(of: model)
        upcoming = try withEngine("taking in the prompt") {
            var prompt = try pass.prepare(inputs)
            let first = try drawing(from: randomState) {
                if model.allowsChunkedPrefill { try prefill(&prompt, step: prefillStepSize) }
                return try sample(from: prompt)
            }
            asyncEval(first)
            return first
        }
    }

    /// The next token, nil after the last one.
    ///
    /// - Throws: ``ModelRuntimeError``, and `CancellationError` when the task is cancelled.
    public mutating func next() throws -> Int? {
        guard let current = upcoming, count != limit else { return nil }
        try Task.checkCancellation()
        return try withEngine("generating") {
            if count + 1 == limit {
                upcoming = nil
            } else {
                let following = try drawing(from: randomState) { try sample(after: current) }
                asyncEval(following)
                upcoming = following
                tokensTakenIn += 1
            }
            try housekeeping()
            count += 1
            try checkedEval(current)
            return Int(current.item(UInt32.self))
        }
    }

    /// Whether a further prompt can go on with the caches: nothing else is carried from step to step.
    public var isResumable: Bool { carried.names.isEmpty }

    /// All but the last token, in parts whose logits nobody reads.
    private mutating func prefill(_ prompt: inout ModelPass.Prompt, step: Int) throws {
        while prompt.ids.dim(1) > 1 {
            try Task.checkCancellation()
            let size = min(step, prompt.ids.dim(1) - 1)
            var part = prompt
            part.ids = prompt.ids[0..., ..<size]
            part.embeddings = prompt.embeddings.map { $0[0..., ..<size] }
            part.context.tokensToProcess = size
            part.context.logitsToKeep = 1
            _ = try pass(part, cache: cache)
            try cacheOptions.quantize(&cache)
            try checkedEval(cache.flatMap(\.state))
            // mlx-vlm's processors see the last token of the prompt and what follows.
            if pass.package == .mlxLM { remember(part.ids) }
            prompt.ids = prompt.ids[0..., size...]
            prompt.embeddings = prompt.embeddings.map { $0[0..., size...] }
            Memory.clearCache()
        }
    }

    private mutating func sample(from prompt: ModelPass.Prompt) throws -> MLXArray {
        var prompt = prompt
        prompt.context.logitsToKeep = 1
        return try choose(try pass(prompt, cache: cache), after: prompt.ids)
    }

    private mutating func sample(after token: MLXArray) throws -> MLXArray {
        var inputs = carried
        inputs.logitsToKeep = 1
        return try choose(
            try pass.step(token[.newAxis], carried: inputs, cache: cache), after: token)
    }

    private mutating func choose(
        _ output: LanguageModelOutput, after ids: MLXArray
    ) throws -> MLXArray {
        var logits = output.logits[0..., -1, 0...]
        remember(ids)
        if let tokens {
            for processor in processors { logits = processor(logits, after: tokens) }
        }
        try cacheOptions.quantize(&cache)
        // mlx-lm sums over all axes, which is another reduction and another last bit.
        let total =
            switch pass.package {
            case .mlxVLM: logSumExp(logits, axis: -1, keepDims: true)
            case .mlxLM: logSumExp(logits, keepDims: true)
            }
        carried = output.inputsOfNextStep
        return try sampler(logits - total)
    }

    private mutating func remember(_ ids: MLXArray) {
        guard !processors.isEmpty else { return }
        let ids = ids.flattened()
        tokens = tokens.map { concatenated([$0, ids]) } ?? ids
    }

    /// What the packages do every so many tokens, so that graphs and buffers do not pile up.
    private func housekeeping() throws {
        if pass.package == .mlxVLM, (count + 1) % 50 == 0 {
            try checkedEval(cache.flatMap(\.state))
        }
        if count % 256 == 0 { Memory.clearCache() }
    }
}

/// Runs `body` with its random numbers taken from a state, or from the process's.
private func drawing<Result>(
    from state: MLXRandom.RandomState?, _ body: () throws -> Result
) rethrows -> Result {
    guard let state else { return try body() }
    return try withRandomState(state, body: body)
}
