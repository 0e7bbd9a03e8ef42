import ArgumentParser
import ModelRuntime

/// How tokens are chosen, and when to stop.
struct SamplingOptions: ParsableArguments {
    @Option(
        name: .customLong("max-tokens"),
        help: "The most tokens to generate; -1 is no limit. Default: 2048 (mlx-vlm), 100 (mlx-lm).")
    var maxTokens: Int?

    @Option(
        name: [.long, .customLong("temp")],
        help: "The sampling temperature; 0 takes the most probable token.")
    var temperature: Double?

    @Option(name: .customLong("top-p"), help: "Keeps the tokens whose probabilities sum to this.")
    var topP: Double?

    @Option(name: .customLong("top-k"), help: "Keeps this many of the most probable tokens.")
    var topK: Int?

    @Option(
        name: .customLong("min-p"),
        help: "Drops tokens less probable than this share of the most probable one's probability.")
    var minP = 0.0

    @Option(name: .customLong("min-tokens-to-keep"), help: "How many tokens --min-p keeps anyway.")
    var minTokensToKeep = 1

    @Option(
        name: .customLong("top-n-sigma"),
        help: "Keeps the scores within so many standard deviations of the best (mlx-vlm).")
    var topNSigma = 0.0

    @Flag(
        name: .customLong("p-less"),
        help: "Drops tokens less probable than the chance that two draws agree (mlx-vlm).")
    var pLess = false

    @Option(
        name: .customLong("typical-p"),
        help: "Keeps the tokens of the most typical surprise that sum to this (mlx-vlm).")
    var typicalP = 1.0

    @Option(
        name: .customLong("xtc-probability"),
        help: "How often all likely tokens but the least of them are excluded.")
    var xtcProbability = 0.0

    @Option(
        name: .customLong("xtc-threshold"),
        help:
            "From which probability on XTC calls a token likely. Default: 0.1 (mlx-lm), 0 (mlx-vlm)."
    )
    var xtcThreshold: Double?

    @Option(help: "The seed of the random numbers.")
    var seed: UInt64?

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("A text that ends the output (repeatable).", valueName: "text"))
    var stop: [String] = []

    @Option(
        name: .customLong("extra-eos-token"), parsing: .singleValue,
        help: ArgumentHelp(
            "A token, or its id, that ends the output too (repeatable).", valueName: "token"))
    var extraEndTokens: [String] = []

    /// The options, with the end tokens looked up.
    ///
    /// - Throws: `ModelRuntimeError` that names the option.
    func options(
        penalties: PenaltyOptions, cache: CacheFlags, loaded: LoadedModel? = nil,
        tokenizer: (any Tokenizer)? = nil
    ) throws -> GenerationOptions {
        var options = GenerationOptions()
        options.maxTokens = maxTokens
        options.temperature = temperature
        options.topP = topP
        options.topK = topK
        options.xtcThreshold = xtcThreshold
        options.sampling.minP = minP
        options.sampling.minTokensToKeep = minTokensToKeep
        options.sampling.topNSigma = topNSigma
        options.sampling.isPLess = pLess
        options.sampling.typicalP = typicalP
        options.sampling.xtcProbability = xtcProbability
        options.logits = try penalties.options()
        options.seed = seed
        options.stop = stop
        options.prefillStepSize = cache.prefillStepSize
        options.cache = cache.options
        try options.validate()
        if let tokenizer, let loaded {
            options.stopTokens = try Set(extraEndTokens.map { try tokenizer.endToken($0) })
            if xtcProbability > 0, loaded.configuration.package == .mlxLM {
                // What mlx-lm's program spares: line breaks and the end of the text.
                options.sampling.xtcSpecialTokens =
                    try tokenizer.encode("\n", addSpecialTokens: true)
                    + loaded.endTokens(tokenizer).union(options.stopTokens).sorted()
            }
        }
        return options
    }
}

/// What past tokens do to the next one's scores.
struct PenaltyOptions: ParsableArguments {
    @Option(
        name: .customLong("repetition-penalty"),
        help: "The factor by which recent tokens become less probable.")
    var repetitionPenalty: Double?

    @Option(name: .customLong("repetition-context-size"), help: "How many tokens back that looks.")
    var repetitionContext = 20

    @Option(
        name: .customLong("presence-penalty"),
        help: "What is subtracted from the scores of recent tokens.")
    var presencePenalty: Double?

    @Option(name: .customLong("presence-context-size"), help: "How many tokens back that looks.")
    var presenceContext = 20

    @Option(
        name: .customLong("frequency-penalty"),
        help: "What is subtracted for each time that a token occurred.")
    var frequencyPenalty: Double?

    @Option(name: .customLong("frequency-context-size"), help: "How many tokens back that looks.")
    var frequencyContext = 20

    @Option(
        name: .customLong("logit-bias"), parsing: .singleValue,
        help: ArgumentHelp(
            "Adds to a token's score (repeatable).", valueName: "id=value"))
    var logitBias: [String] = []

    /// The penalties.
    ///
    /// - Throws: `ModelRuntimeError` for a bias that is not `id=value`.
    func options() throws -> LogitsOptions {
        var options = LogitsOptions()
        options.repetitionPenalty = repetitionPenalty
        options.repetitionContext = repetitionContext
        options.presencePenalty = presencePenalty
        options.presenceContext = presenceContext
        options.frequencyPenalty = frequencyPenalty
        options.frequencyContext = frequencyContext
        for bias in logitBias {
            let parts = bias.split(separator: "=", omittingEmptySubsequences: false)
            guard parts.count == 2, let token = Int(parts[0]), let value = Double(parts[1]) else {
                throw ModelRuntimeError.input("logit-bias: \(bias) is not id=value")
            }
            options.bias[token] = value
        }
        return options
    }
}

/// How the prompt is taken in and what is kept of it.
struct CacheFlags: ParsableArguments {
    @Option(
        name: .customLong("prefill-step-size"),
        help: "How many tokens of the prompt are taken at once.")
    var prefillStepSize = 2048

    @Option(
        name: .customLong("max-kv-size"),
        help: "The most tokens that caches hold; the first four stay.")
    var maxSize: Int?

    @Option(name: .customLong("kv-bits"), help: "Quantises caches to so many bits an element.")
    var bits: Int?

    @Option(name: .customLong("kv-group-size"), help: "How many elements share a scale.")
    var groupSize = 64

    @Option(
        name: .customLong("quantized-kv-start"),
        help: "From how many tokens on caches are quantised.")
    var quantizedStart = 5000

    var options: CacheOptions {
        var options = CacheOptions()
        options.maxSize = maxSize
        options.bits = bits
        options.groupSize = groupSize
        options.quantizedStart = quantizedStart
        return options
    }
}

extension Tokenizer {
    /// A token's id, from the id itself or the token's text.
    fileprivate func endToken(_ text: String) throws -> Int {
        if let id = Int(text) { return id }
        guard let id = try tokenId(of: text) else {
            throw ModelRuntimeError.input("extra-eos-token: \(text) is not a token of the model")
        }
        return id
    }
}
