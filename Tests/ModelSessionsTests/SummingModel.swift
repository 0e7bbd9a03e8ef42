import FileTestSupport
import Foundation
import MLX
import MLXNN
import ModelPorted
import ModelRuntime
import ModelSessions

/// A language model whose next token depends on all before it, through a cache.
final class SummingModel: Module, GenerativeModel {
    @ModuleInfo(key: "embed") var embed: Embedding
    @ModuleInfo(key: "head") var head: Linear
    /// The lengths of the passes so far.
    var passes: [Int] = []

    struct Configuration: Decodable, Sendable {
        var vocabulary = 128
    }

    init(_ configuration: Configuration) {
        _embed.wrappedValue = Embedding(embeddingCount: configuration.vocabulary, dimensions: 16)
        _head.wrappedValue = Linear(16, configuration.vocabulary, bias: false)
    }

    func callAsFunction(
        _ inputs: ModelInputs, cache: [any KVCache]?
    ) throws -> LanguageModelOutput {
        let embeddings = embed(inputs.inputIds!)
        passes.append(embeddings.dim(1))
        let (all, _) = cache![0].update(
            keys: embeddings[0..., .newAxis], values: embeddings[0..., .newAxis])
        let weights = MLXArray((1...all.dim(2)).map { Float($0) * 0.25 })[0..., .newAxis]
        let sums = cumsum(all * weights, axis: 2)[0..., 0, (-embeddings.dim(1))...]
        return LanguageModelOutput(logits: head(tanh(sums)) * 10)
    }

    func makeCache() -> [any KVCache] { [KVCacheSimple()] }
}

/// One token for each byte of ASCII. The template frames each message.
struct ByteTokenizer: Tokenizer {
    var eosTokenId: Int? { 3 }
    var bosToken: String? { nil }
    var hasChatTemplate: Bool { true }
    /// Tokens beside the bytes, from 112 on.
    var special: [String] = []
    var chatTemplate: String?

    func encode(_ text: String, addSpecialTokens: Bool) -> [Int] {
        text.utf8.map { Int($0) % 112 }
    }
    func decode(_ tokens: [Int], skipSpecialTokens: Bool) -> String {
        String(decoding: tokens.map { UInt8($0) }, as: UTF8.self)
    }
    func tokenId(of token: String) -> Int? { special.firstIndex(of: token).map { 112 + $0 } }
    func applyChatTemplate(
        _ messages: [ChatMessage], tools: [OrderedJSON]?, addGenerationPrompt: Bool,
        context: [String: OrderedJSON]
    ) -> String {
        messages.map { "\($0.role.prefix(1))(\($0.content.string ?? ""))" }.joined()
            + (addGenerationPrompt ? "a(" : "")
    }
    func makeDetokenizer() -> any StreamingDetokenizer { Pieces() }

    private struct Pieces: StreamingDetokenizer {
        mutating func append(_ token: Int) -> String { String(UnicodeScalar(UInt8(token))) }
        mutating func finish() -> String { "" }
    }
}

/// A container of the model with weights by a rule.
func makeContainer(
    tokenizer: ByteTokenizer = ByteTokenizer(), processors: [ProcessorType] = []
) async throws -> ModelContainer {
    let folder = try TemporaryFolder()
    try folder.write("config.json", #"{"model_type":"summing","vocabulary":112}"#)
    let factory = ModelFactory(
        types: [
            ModelType("summing", .mlxLM) {
                SummingModel(try $0.decode(SummingModel.Configuration.self))
            }
        ], processors: processors)
    let loaded = try factory.load(folder.url, weights: .seeded(5))
    return try ModelContainer(
        loaded, tokenizer: tokenizer, processor: try factory.processor(for: loaded))
}

extension ModelContainer {
    /// The lengths of the model's passes so far.
    var passes: [Int] {
        perform { loaded, _ in (loaded.model as? SummingModel)?.passes ?? [] }
    }
}
