import Foundation
import MLX
import ModelPorted

/// What a generation reports.
public enum GenerationEvent: Sendable {
    /// More text; it ends at a character's end.
    case text(String)
    /// More of what the model thinks before it answers, where a session tells it from the answer.
    case reasoning(String)
    /// A call of a tool, where a session looks for them.
    case toolCall(ToolCall)
    /// The generation has ended.
    case finished(GenerationResult)
}

/// A generation that has ended.
public struct GenerationResult: Equatable, Sendable {
    /// Why a generation ended.
    public enum FinishReason: String, Equatable, Sendable {
        /// A token or a string that ends a text.
        case stop
        /// The limit of tokens.
        case length
    }

    /// The text, without what ended it.
    public var text: String
    /// Every generated token, the one that ended the text included.
    public var tokens: [Int]
    /// Why it ended.
    public var finishReason: FinishReason
    /// What it took.
    public var statistics: GenerationStatistics
    /// How many tokens of the prompt a cache held already; they are not among the statistics' ones.
    public var cachedPromptTokens = 0
}

/// Generates text from a prompt, as a sequence of events that is pulled.
public struct TextGenerator {
    private var tokens: TokenIterator
    private var isRunning = true
    private var detokenizer: any StreamingDetokenizer
    private var stops: StopStrings
    private let eosTokens: Set<Int>
    private let prompt: [Int]
    private let started: ContinuousClock.Instant
    private var firstToken: ContinuousClock.Instant?
    private var text = ""
    private var generated: [Int] = []
    private var result: GenerationResult?

    /// Takes in a prompt.
    ///
    /// - Parameters:
    ///   - loaded: the model.
    ///   - tokenizer: the checkpoint's tokenizer.
    ///   - prompt: the prompt's token ids, at least one.
    ///   - extra: a processor's outputs.
    ///   - options: what the user asks for.
    ///   - cache: what the model keeps of the tokens before the prompt, which goes on with them; nil
    ///     begins anew.
    /// - Throws: ``ModelRuntimeError`` and `CancellationError`.
    public init(
        _ loaded: LoadedModel, tokenizer: any Tokenizer, prompt: [Int],
        extra: ModelInputs = ModelInputs(), options: GenerationOptions = GenerationOptions(),
        cache: [any KVCache]? = nil
    ) throws {
        try options.validate()
        detokenizer = tokenizer.makeDetokenizer()
        stops = StopStrings(options.stop)
        eosTokens = loaded.endTokens(tokenizer).union(options.stopTokens)
        self.prompt = prompt
        started = .now
        tokens = try TokenIterator(
            loaded, prompt: prompt, extra: extra, options: options, cache: cache)
    }

    /// What the model keeps of the tokens so far, for a generation that goes on with them.
    public var cache: [any KVCache] { tokens.cache }

    /// The tokens that ``cache`` holds of this generation: its prompt and what was generated, but for
    /// the last tokens where no step followed them.
    public var cachedTokens: [Int] { prompt + generated.prefix(tokens.tokensTakenIn) }

    /// Whether another generation can go on with ``cache``.
    public var isResumable: Bool { tokens.isResumable }

    /// The next event, nil after ``GenerationEvent/finished(_:)``.
    ///
    /// - Throws: ``ModelRuntimeError``, and `CancellationError` when the task is cancelled.
    public mutating func next() throws -> GenerationEvent? {
        while isRunning {
            guard let token = try tokens.next() else { return try finish(.length) }
            if firstToken == nil { firstToken = .now }
            generated.append(token)
            if eosTokens.contains(token) { return try finish(.stop) }
            let piece = stops.append(try detokenizer.append(token))
            text += piece
            if stops.isFound {
                result = makeResult(.stop)
                isRunning = false
            }
            if !piece.isEmpty { return .text(piece) }
        }
        defer { result = nil }
        return result.map { .finished($0) }
    }

    /// Emits what is held back; the result follows.
    private mutating func finish(
        _ reason: GenerationResult.FinishReason
    ) throws -> GenerationEvent? {
        isRunning = false
        let rest = stops.append(try detokenizer.finish()) + stops.finish()
        text += rest
        result = makeResult(stops.isFound ? .stop : reason)
        return rest.isEmpty ? try next() : .text(rest)
    }

    private func makeResult(_ reason: GenerationResult.FinishReason) -> GenerationResult {
        let now = ContinuousClock.now
        return GenerationResult(
            text: text, tokens: generated, finishReason: reason,
            statistics: GenerationStatistics(
                promptTokens: prompt.count, promptTime: (firstToken ?? now) - started,
                generationTokens: generated.count, generationTime: now - (firstToken ?? now),
                peakMemory: Memory.peakMemory))
    }
}

extension ContinuousClock.Instant {
    fileprivate static func - (left: Self, right: Self) -> Double {
        let (seconds, attoseconds) = right.duration(to: left).components
        return Double(seconds) + Double(attoseconds) * 1e-18
    }
}
