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

    /// An input beside the token ids: what one sequence brings along its first axis.
    public struct Tensor: Codable, Sendable, Equatable {
        public var shape: [Int]
        public var dtype: String
        /// Whole numbers in C order; ``SeededValues/signal(name:shape:)`` where there are none.
        public var values: [Int]?

        public init(shape: [Int], dtype: String, values: [Int]? = nil) {
            self.shape = shape
            self.dtype = dtype
            self.values = values
        }
    }

    /// A token that stands for media, at the same positions of the prompt in every sequence.
    public struct Mark: Codable, Sendable, Equatable {
        public var token: Int
        /// The first position.
        public var at: Int
        public var count: Int

        public init(token: Int, at: Int, count: Int) {
            self.token = token
            self.at = at
            self.count = count
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
    /// What the run is of, where the family has several.
    public var scene: String?
    /// Other inputs, by name; nil for text alone.
    public var inputs: [String: Tensor]?
    /// Where tokens that stand for media are in the prompt; nil for text alone.
    public var marks: [Mark]?
    /// The logits by name: `prefill_logits`, `decode_logits`, `full_logits`.
    public var outputs: [String: Output]

    enum CodingKeys: String, CodingKey {
        case config, layout, vocabulary, scene, inputs, marks, outputs
        case promptLength = "prompt_length"
        case decodeSteps = "decode_steps"
    }

    public init(
        config: String, layout: String, vocabulary: Int, promptLength: Int, decodeSteps: Int,
        scene: String? = nil, inputs: [String: Tensor]? = nil, marks: [Mark]? = nil,
        outputs: [String: Output]
    ) {
        self.config = config
        self.layout = layout
        self.vocabulary = vocabulary
        self.promptLength = promptLength
        self.decodeSteps = decodeSteps
        self.scene = scene
        self.inputs = inputs
        self.marks = marks
        self.outputs = outputs
    }
}
