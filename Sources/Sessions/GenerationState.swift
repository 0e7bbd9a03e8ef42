import ModelPorted
import ModelRuntime

/// A running generation, and what the next one of the same conversation can go on with.
///
/// Sendable without a lock, because only the container's own methods touch what it holds: they run one
/// at a time.
final class GenerationState: @unchecked Sendable {
    /// Counts the generations; one that another has followed is over.
    private(set) var generation = 0
    private var generator: TextGenerator?
    private var parser: ResponseParser?
    /// The tokens that the caches held when the generation began.
    private var prefix: [Int] = []

    /// Begins a generation with what can be kept of the one before.
    func begin(
        _ prepared: PreparedInput, _ options: GenerationOptions, _ loaded: LoadedModel,
        _ tokenizer: any Tokenizer, _ parser: ResponseParser
    ) throws {
        generation += 1
        let before = generator
        // A prompt that fails half-way leaves caches that nobody knows the content of.
        generator = nil
        let hasMedia = !prepared.inputs.names.isEmpty
        let reused = hasMedia ? nil : before.flatMap { reusable($0, for: prepared.tokens) }
        prefix = Array(prepared.tokens.prefix(reused?.count ?? 0))
        generator = try TextGenerator(
            loaded, tokenizer: tokenizer, prompt: Array(prepared.tokens.dropFirst(prefix.count)),
            extra: prepared.inputs, options: options, cache: reused?.caches)
        self.parser = parser
    }

    /// The next events; nil after the last. An empty list says that more text is needed to tell what it
    /// is.
    func next() throws -> [GenerationEvent]? {
        do {
            guard let event = try generator?.next() else { return nil }
            switch event {
            case .text(let text): return parser?.append(text) ?? [event]
            case .finished(var result):
                let rest = parser?.finish() ?? []
                result.cachedPromptTokens = prefix.count
                return rest + [.finished(result)]
            case .reasoning, .toolCall: return [event]
            }
        } catch let error as CancellationError {
            throw error
        } catch {
            generator = nil
            throw error
        }
    }

    /// Forgets everything.
    func forget() {
        generation += 1
        (generator, parser, prefix) = (nil, nil, [])
    }

    /// The caches of a generation, with as many tokens as a prompt has in common with them.
    private func reusable(
        _ generator: TextGenerator, for prompt: [Int]
    ) -> (caches: [any KVCache], count: Int)? {
        let held = prefix + generator.cachedTokens
        // The prompt's last token is taken in again where everything is held: its logits are needed.
        let common = min(zip(held, prompt).prefix { $0 == $1 }.count, prompt.count - 1)
        let caches = generator.cache
        guard generator.isResumable, common > 0 else { return nil }
        if common < held.count {
            guard caches.allSatisfy(\.isTrimmable) else { return nil }
            for cache in caches { cache.trim(held.count - common) }
        }
        return (caches, common)
    }
}
