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
    /// The seed of this generation's random numbers; nil draws from the process's.
    public var seed: UInt64?
    /// Texts that end the generation; they are not part of the result.
    public var stop: [String] = []
    /// How many tokens of the prompt are taken at once.
    public var prefillStepSize = 2048

    /// The package's defaults.
    public init() {}

    /// The package's own limit (`mlx_vlm generate` 2048, `mlx_lm generate` 100).
    func maxTokens(for package: ModelPackage) -> Int {
        maxTokens ?? (package == .mlxVLM ? 2048 : 100)
    }

    /// Checks the values that the user gave.
    ///
    /// - Throws: ``ModelRuntimeError`` that names the option.
    public func validate() throws {
        if let maxTokens, maxTokens < -1 {
            throw ModelRuntimeError.input("max-tokens: \(maxTokens) is neither a count nor -1")
        }
        if let temperature, !(temperature >= 0 && temperature.isFinite) {
            throw ModelRuntimeError.input("temperature: \(temperature) is negative or no number")
        }
        if let topP, !(0...1).contains(topP) {
            throw ModelRuntimeError.input("top-p: \(topP) is not between 0 and 1")
        }
        if let topK, topK < 0 {
            throw ModelRuntimeError.input("top-k: \(topK) is negative")
        }
        if prefillStepSize < 1 {
            throw ModelRuntimeError.input("prefill-step-size: \(prefillStepSize) is less than 1")
        }
    }
}
