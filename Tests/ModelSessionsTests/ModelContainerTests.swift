import Foundation
import MLX
import ModelRuntime
import ModelSessions
import Testing

@Suite("A container gives tasks a model")
struct ModelContainerTests {
    private var options: GenerationOptions {
        var options = GenerationOptions()
        options.maxTokens = 12
        return options
    }

    @Test func eventsAreTextAndThenTheResult() async throws {
        let container = try await makeContainer()
        var text = ""
        var result: GenerationResult?
        for try await event in container.generate(UserInput("Hello"), options: options) {
            switch event {
            case .text(let piece):
                #expect(result == nil)
                text += piece
            case .finished(let finished): result = finished
            case .reasoning, .toolCall: Issue.record("unexpected \(event)")
            }
        }
        #expect(result?.text == text)
        #expect(result?.statistics.promptTokens == "u(Hello)a(".count)
        #expect((1...12).contains(result?.tokens.count ?? 0))
    }

    @Test func nothingHappensBeforeItIsAskedFor() async throws {
        let container = try await makeContainer()
        let stream = container.generate(UserInput("Hello"), options: options)
        #expect(await container.passes == [])
        let first = try await stream.answer()
        let second = try await stream.answer()
        #expect(first.text == second.text)
    }

    @Test("who stops asking stops the engine") func stopping() async throws {
        let container = try await makeContainer()
        var options = options
        options.maxTokens = -1
        for try await _ in container.generate(UserInput("Hello"), options: options) { break }
        // The prompt but its last token, that token, and one step ahead.
        #expect(await container.passes == ["u(Hello)a(".count - 1, 1, 1])
    }

    @Test func aCancelledTaskStopsTheEngine() async throws {
        let container = try await makeContainer()
        var options = options
        options.maxTokens = -1
        let endless = container.generate(UserInput("Hello"), options: options)
        let task = Task {
            var count = 0
            for try await _ in endless {
                count += 1
                if count == 3 { withUnsafeCurrentTask { $0?.cancel() } }
            }
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        // The step that was under way may end later than the task that waited for it.
        var passes = -1
        for _ in 0..<200 where await container.passes.count != passes {
            passes = await container.passes.count
            try await Task.sleep(for: .milliseconds(20))
        }
        #expect(await container.passes.count == passes)
    }

    @Test func tasksShareAModel() async throws {
        let container = try await makeContainer()
        let options = options
        let alone = try await container.generate(UserInput("Hello"), options: options).answer()
        let together = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    try await container.generate(UserInput("Hello"), options: options).answer().text
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(together == Array(repeating: alone.text, count: 8))
    }

    @Test(
        "media that a model does not take are refused",
        arguments: [
            (UserInput("x", images: [.data(Data())]), "images, and 1 of them was given"),
            (
                UserInput("x", audio: [.data(Data()), .data(Data())]),
                "recordings, and 2 of them were given"
            ),
            (UserInput([.user("x")], videos: [.data(Data())]), "films, and 1 of them was given"),
        ])
    func media(input: UserInput, message: String) async throws {
        let container = try await makeContainer()
        await #expect(
            throws: ModelRuntimeError.unsupported("the model \"summing\" takes no \(message)")
        ) { try await container.generate(input).answer() }
    }

    @Test func aRegisteredProcessorIsUsed() async throws {
        struct Shouting: UserInputProcessor {
            func prepare(_ input: UserInput, tokenizer: any Tokenizer) throws -> PreparedInput {
                let text = input.messages.last?.content.string ?? ""
                return PreparedInput(
                    tokens: try tokenizer.encode(text.uppercased(), addSpecialTokens: false))
            }
        }
        let container = try await makeContainer(
            processors: [ProcessorType("summing", .mlxLM) { _, _ in Shouting() }])
        let result = try await container.generate(UserInput("hi", images: [.data(Data())])).answer()
        #expect(result.result?.statistics.promptTokens == 2)
    }

    @Test func optionsAreChecked() async throws {
        let container = try await makeContainer()
        var options = options
        options.prefillStepSize = 0
        await #expect(throws: ModelRuntimeError.self) {
            try await container.generate(UserInput("x"), options: options).answer()
        }
    }
}
