import Foundation
import ModelRuntime
import ModelSessions
import Testing

@Suite("A session remembers a conversation")
struct ChatSessionTests {
    private var options: GenerationOptions {
        var options = GenerationOptions()
        options.maxTokens = 8
        return options
    }

    @Test func turnsAreHistory() async throws {
        let session = ChatSession(
            try await makeContainer(), instructions: "Be brief.", options: options)
        let first = try await session.respond(to: "One")
        let second = try await session.respond(to: "Two")
        #expect(
            session.messages == [
                .system("Be brief."), .user("One"), .assistant(first.text), .user("Two"),
                .assistant(second.text),
            ])
        await session.reset()
        #expect(session.messages == [.system("Be brief.")])
        #expect(try await session.respond(to: "One").text == first.text)
    }

    @Test("only what is new is taken in, and the answers stay the same") func cached() async throws
    {
        let container = try await makeContainer()
        let session = ChatSession(container, options: options)
        let first = try await session.respond(to: "One")
        let second = try await session.respond(to: "Two")
        let statistics = try #require(second.result)
        let whole = "u(One)a(\(first.text))u(Two)a(".count
        #expect(statistics.cachedPromptTokens + statistics.statistics.promptTokens == whole)
        #expect(statistics.cachedPromptTokens >= "u(One)a(".count)
        let anew = ChatSession(
            container, messages: [.user("One"), .assistant(first.text)], options: options)
        let fresh = try await anew.respond(to: "Two")
        #expect(fresh.text == second.text)
        #expect(fresh.result?.cachedPromptTokens == 0)
    }

    @Test func anUnfinishedAnswerLeavesTheConversationAsItWas() async throws {
        let container = try await makeContainer()
        let session = ChatSession(container, options: options)
        let first = try await session.respond(to: "One")
        let history = session.messages
        for try await _ in session.stream("Never mind") { break }
        #expect(session.messages == history)
        let second = try await session.respond(to: "Two")
        let anew = ChatSession(
            container, messages: [.user("One"), .assistant(first.text)], options: options)
        #expect(try await anew.respond(to: "Two").text == second.text)
    }

    @Test func anAnswerThatAnotherHasFollowedIsOver() async throws {
        let session = ChatSession(try await makeContainer(), options: options)
        var first = session.stream("One").makeAsyncIterator()
        _ = try await first.next()
        try await session.respond(to: "Two")
        do {
            while try await first.next() != nil {}
            Issue.record("the first answer went on")
        } catch { #expect(error is CancellationError) }
        #expect(session.messages.first == .user("Two"))
    }

    @Test func toolResultsAreTurns() async throws {
        let session = ChatSession(try await makeContainer(), options: options)
        try await session.respond(to: "Weather?")
        _ = try await session.stream(toolResults: [.tool("sunny", name: "weather", call: "1")])
            .answer()
        #expect(session.messages.map(\.role) == ["user", "assistant", "tool", "assistant"])
        #expect(session.messages[2].json["tool_call_id"] == "1")
    }
}
