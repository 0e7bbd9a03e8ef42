/// A configuration that Python is asked to run.
public struct ConfigurationTrial: Sendable {
    public let package: ModelsPackage
    public let family: String
    /// The fields of `config.json`, in order.
    public let configuration: [(name: String, value: ConfigurationValue)]
    public let seed: Int
    /// What the model may be shown; nil for one that takes texts alone.
    public var media: MediaTrial?

    /// The number of tokens that the text model knows.
    public var vocabulary: Int {
        let fields = Dictionary(
            configuration.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        return fields.vocabulary ?? 97
    }
}

extension [String: ConfigurationValue] {
    fileprivate var vocabulary: Int? {
        for name in ["vocab_size", "num_vocab", "padded_vocab_size"] {
            if case .integer(let size)? = self[name] { return size }
        }
        for case .object(let inner) in values {
            if let size = inner.vocabulary { return size }
        }
        return nil
    }
}

/// What Python said to a configuration.
public struct TrialOutcome: Hashable, Sendable, Decodable {
    /// Whether the model was made, loaded and run, and its logits say something.
    public let runs: Bool
    /// How far it came; more is further.
    public let stage: Int
    /// Whose names the tensors of a checkpoint must have: `mlx` or `huggingface`.
    public let layout: String?
    /// What the model was shown, where it was shown anything.
    public let shown: ShownMedia?
    /// What was raised.
    public let error: String?
    /// Where, innermost first: files by their path below `models/`.
    public let frames: [Frame]

    public struct Frame: Hashable, Sendable, Decodable {
        public let file: String
        public let line: Int
        public let function: String

        public init(file: String, line: Int, function: String) {
            self.file = file
            self.line = line
            self.function = function
        }
    }

    public init(
        runs: Bool, stage: Int = 0, layout: String? = nil, shown: ShownMedia? = nil,
        error: String? = nil, frames: [Frame] = []
    ) {
        self.runs = runs
        self.stage = stage
        self.layout = layout
        self.shown = shown
        self.error = error
        self.frames = frames
    }

    /// Python itself ended: the engine does not check the bounds of what it looks up.
    public static let ended = TrialOutcome(runs: false, error: "the Python process ended")

    /// How far the code has come beside another run of it.
    enum Progress { case before, further }

    /// Whether the code has failed further on than in another run, or before; nil where nothing tells.
    func place(behind other: TrialOutcome) -> Progress? {
        if stage != other.stage { return stage > other.stage ? .further : .before }
        for (here, there) in zip(frames.reversed(), other.frames.reversed()) {
            guard (here.file, here.function) == (there.file, there.function) else { return nil }
            if here.line != there.line { return here.line > there.line ? .further : .before }
        }
        return nil
    }

    /// The error with its place: `ValueError: … (language.py:12, in __call__)`.
    public var explanation: String {
        let place = frames.first.map { " (\($0.file):\($0.line), in \($0.function))" } ?? ""
        return (error ?? "runs") + place
    }
}

/// Runs a configuration in Python.
public typealias TryConfiguration = (ConfigurationTrial) throws -> TrialOutcome
