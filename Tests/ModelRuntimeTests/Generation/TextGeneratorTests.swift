import FileTestSupport
import Foundation
import MLX
import RuntimeTestSupport
import Testing

@testable import ModelRuntime

/// One token for each of the letters a, b, c, ….
private struct LetterTokenizer: Tokenizer {
    var eosTokenId: Int?
    var bosToken: String? { nil }
    var hasChatTemplate: Bool { false }

    func encode(_ text: String, addSpecialTokens: Bool) -> [Int] { text.utf8.map { Int($0) - 97 } }
    func decode(_ tokens: [Int], skipSpecialTokens: Bool) -> String {
        String(decoding: tokens.map { UInt8($0 + 97) }, as: UTF8.self)
    }
    func tokenId(of token: String) -> Int? { nil }
    func applyChatTemplate(
        _ messages: [ChatMessage], tools: [OrderedJSON]?, addGenerationPrompt: Bool,
        context: [String: OrderedJSON]
    ) -> String { "" }
    func makeDetokenizer() -> any StreamingDetokenizer {
        ByteDetokenizer(trimsLeadingSpace: false) { token in Array("<\(token)>".utf8) }
    }
}

@Suite("Generation takes the Python's steps")
struct TextGeneratorTests {
    private static let prompt = [1, 5, 9, 3]
    private static let greedy = [32, 15, 7, 53, 33, 20, 43, 52, 2, 28, 6, 17, 53, 33, 20, 43]

    private func load(_ package: ModelPackage, extra: String = "") throws -> LoadedModel {
        let folder = try TemporaryFolder()
        try folder.write(
            "config.json", #"{"model_type":"bigram","vocab_size":64,"hidden_size":16\#(extra)}"#)
        return try ModelFactory.tiny.load(folder.url, package: package, weights: .seeded(5))
    }

    private func run(
        _ loaded: LoadedModel, eos: Int? = nil,
        _ change: (inout GenerationOptions) -> Void = { _ in }
    ) throws -> (result: GenerationResult, pieces: [String]) {
        var options = GenerationOptions()
        options.maxTokens = 16
        change(&options)
        var generator = try TextGenerator(
            loaded, tokenizer: LetterTokenizer(eosTokenId: eos), prompt: Self.prompt,
            options: options)
        var pieces: [String] = []
        var result: GenerationResult?
        while let event = try generator.next() {
            switch event {
            case .text(let text): pieces.append(text)
            case .reasoning, .toolCall: Issue.record("unexpected \(event)")
            case .finished(let finished): result = finished
            }
        }
        return (try #require(result), pieces)
    }

    @Test("greedy", arguments: ModelPackage.allCases)
    func greedy(package: ModelPackage) throws {
        let (result, pieces) = try run(load(package))
        #expect(result.tokens == Self.greedy)
        #expect(result.finishReason == .length)
        #expect(result.text == Self.greedy.map { "<\($0)>" }.joined())
        #expect(pieces.joined() == result.text)
        #expect(result.statistics.promptTokens == 4)
        #expect(result.statistics.generationTokens == 16)
    }

    @Test("sampled with a seed", arguments: ModelPackage.allCases)
    func sampled(package: ModelPackage) throws {
        let nucleus = try run(load(package)) { ($0.temperature, $0.topP, $0.seed) = (0.8, 0.9, 7) }
        #expect(
            nucleus.result.tokens == [5, 61, 30, 15, 7, 21, 28, 11, 0, 3, 32, 15, 59, 20, 43, 41])
        let plain = try run(load(package)) { ($0.temperature, $0.seed) = (1, 7) }
        #expect(
            plain.result.tokens == [5, 61, 22, 20, 42, 11, 47, 28, 4, 58, 41, 53, 59, 20, 43, 32])
    }

    @Test func promptsAreTakenInParts() throws {
        let loaded = try load(.mlxVLM)
        let model = try #require(loaded.model as? BigramModel)
        let result = try run(loaded) { ($0.prefillStepSize, $0.maxTokens) = (2, 2) }.result
        #expect(model.passes == [2, 1, 1, 1])
        #expect(result.tokens == Array(Self.greedy.prefix(2)))
    }

    @Test func theEndTokensOfConfigurationAndTokenizerBothEnd() throws {
        let byConfiguration = try run(load(.mlxVLM, extra: #","eos_token_id":[63,7]"#)).result
        #expect(byConfiguration.tokens == [32, 15, 7])
        #expect(byConfiguration.text == "<32><15>")
        #expect(byConfiguration.finishReason == .stop)
        #expect(try run(load(.mlxLM), eos: 15).result.tokens == [32, 15])
    }

    @Test func stopStringsOverTokenBorders() throws {
        let (result, pieces) = try run(load(.mlxLM)) { $0.stop = ["><53"] }
        #expect(result.text == "<32><15><7")
        #expect(pieces.joined() == result.text)
        #expect(result.finishReason == .stop)
        #expect(result.tokens == [32, 15, 7, 53])
    }

    @Test func noTokensAtAll() throws {
        let (result, pieces) = try run(load(.mlxVLM)) { $0.maxTokens = 0 }
        #expect(result.tokens == [])
        #expect(pieces == [])
        #expect(result.finishReason == .length)
    }

    @Test func aCancelledTaskEnds() async throws {
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            _ = try run(load(.mlxLM))
        }
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test func inputsThatTheModelDoesNotReadAreRefused() throws {
        let loaded = try load(.mlxVLM)
        let extra = ModelInputs(["pixel_values": MLXArray.zeros([1])])
        #expect(
            failure(.unsupported) {
                try TextGenerator(
                    loaded, tokenizer: LetterTokenizer(), prompt: Self.prompt, extra: extra)
            } == "the model does not read the input \"pixel_values\"; it reads input_ids, "
                + "inputs_embeds, mask")
    }

    @Test func statisticsAreTheLinesOfMLXLM() {
        let statistics = GenerationStatistics(
            promptTokens: 5, promptTime: 0.5, generationTokens: 100, generationTime: 3,
            peakMemory: 1_234_567_890)
        #expect(
            statistics.lines == [
                "Prompt: 5 tokens, 10.000 tokens-per-sec",
                "Generation: 100 tokens, 33.333 tokens-per-sec",
                "Peak memory: 1.235 GB",
            ])
    }
}
