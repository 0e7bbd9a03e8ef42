/// What a program needs to do the run of a reference again, without the reference at hand: the seed of
/// the header gives weights and token ids by ``SeededValues``, the records of parameters say which
/// there are.
public struct ReferenceRun: Codable, Sendable, Equatable {
    /// A tensor that the run ended with.
    public struct Output: Codable, Sendable, Equatable {
        public var shape: [Int]
        public var dtype: String
        /// SHA-256 of the raw bytes in C order.
        public var hash: TraceHash

        public init(shape: [Int], dtype: String, hash: TraceHash) {
            self.shape = shape
            self.dtype = dtype
            self.hash = hash
        }
    }

    /// The text of the checkpoint's `config.json`.
    public var config: String
    /// Whose names the checkpoint's tensors have: `mlx` or `huggingface`.
    public var layout: String
    /// The number of tokens that the model knows.
    public var vocabulary: Int
    /// The tokens of the prompt.
    public var promptLength: Int
    /// The tokens that follow one by one.
    public var decodeSteps: Int
    /// The logits by name: `prefill_logits`, `decode_logits`, `full_logits`.
    public var outputs: [String: Output]

    enum CodingKeys: String, CodingKey {
        case config, layout, vocabulary, outputs
        case promptLength = "prompt_length"
        case decodeSteps = "decode_steps"
    }

    public init(
        config: String, layout: String, vocabulary: Int, promptLength: Int, decodeSteps: Int,
        outputs: [String: Output]
    ) {
        self.config = config
        self.layout = layout
        self.vocabulary = vocabulary
        self.promptLength = promptLength
        self.decodeSteps = decodeSteps
        self.outputs = outputs
    }
}
