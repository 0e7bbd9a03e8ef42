/// How a text is generated. What is left nil takes the checkpoint's value, or else the package's.
public struct GenerationOptions: Sendable {
    /// The most tokens to generate; -1 is no limit.
    public var maxTokens: Int?
    /// The sampling temperature; 0 takes the most probable token.
    public var temperature: Double?
    /// Keeps the smallest set of tokens whose probabilities sum to this; 1 keeps all.
    public var topP: Double?
    /// Keeps this many of the most probable tokens; 0 keeps all.
    public var topK: Int?
    /// From which probability on a token is likely to XTC.
    public var xtcThreshold: Double?
    /// The rest of the sampling; its temperature, `topP`, `topK` and `xtcThreshold` are not read.
    public var sampling = SamplingParameters()
    /// Penalties and biases.
    public var logits = LogitsOptions()
    /// The seed of this generation's random numbers; nil draws from the process's.
    public var seed: UInt64?
    /// Texts that end the generation; they are not part of the result.
    public var stop: [String] = []
    /// Token ids that end the generation beside the checkpoint's own.
    public var stopTokens: Set<Int> = []
    /// How many tokens of the prompt are taken at once.
    public var prefillStepSize = 2048
    /// The caches.
    public var cache = CacheOptions()

    /// The package's defaults.
    public init() {}

    /// The package's own limit (`mlx_vlm generate` 2048, `mlx_lm generate` 100).
    func maxTokens(for package: ModelPackage) -> Int {
        maxTokens ?? (package == .mlxVLM ? 2048 : 100)
    }

    /// The sampling with what the checkpoint says where the user does not.
    public func sampling(
        for package: ModelPackage, defaults: GenerationDefaults
    ) -> SamplingParameters {
        var sampling = sampling
        sampling.temperature = temperature ?? defaults.temperature
        sampling.topP = topP ?? defaults.topP
        sampling.topK = topK ?? defaults.topK
        sampling.xtcThreshold = xtcThreshold ?? (package == .mlxLM ? 0.1 : 0)
        return sampling
    }

    /// Checks the values that the user gave.
    ///
    /// - Throws: ``ModelRuntimeError`` that names the option.
    public func validate() throws {
        if let maxTokens, maxTokens < -1 {
            throw ModelRuntimeError.input("max-tokens: \(maxTokens) is neither a count nor -1")
        }
        try sampling(for: .mlxVLM, defaults: GenerationDefaults()).validate()
        try logits.validate()
        try cache.validate()
        if prefillStepSize < 1 {
            throw ModelRuntimeError.input("prefill-step-size: \(prefillStepSize) is less than 1")
        }
    }
}
