import FileTestSupport
import ModelRuntime
import RuntimeTestSupport
import Testing

@testable import ModelSessions

@Suite("Reasoning, calls and text are told apart")
struct ResponseParserTests {
    private static let tools: [OrderedJSON] = [["type": "function", "function": ["name": "add"]]]

    /// The events of a text in pieces of a size, with neighbours of one kind joined.
    private func events(
        _ text: String, size: Int, _ calls: ToolCallFormat? = .jsonTools,
        tools: [OrderedJSON] = tools,
        startsWithReasoning: Bool = false
    ) -> [String] {
        var format = ResponseFormat()
        format.reasoning = .init(start: "<think>", end: "</think>")
        format.toolCalls = calls
        return events(text, size: size, format, tools, startsWithReasoning)
    }

    private func events(
        _ text: String, size: Int, _ format: ResponseFormat, _ tools: [OrderedJSON] = tools,
        _ startsWithReasoning: Bool = false
    ) -> [String] {
        var parser = ResponseParser(
            format, tools: tools, startsWithReasoning: startsWithReasoning)
        let characters = Array(text)
        var events: [GenerationEvent] = []
        for start in stride(from: 0, to: characters.count, by: size) {
            events += parser.append(String(characters[start...].prefix(size)))
        }
        events += parser.finish()
        return events.reduce(into: []) { joined, event in
            switch event {
            case .text(let text):
                if joined.last?.hasPrefix("text ") == true {
                    joined[joined.count - 1] += text
                } else {
                    joined.append("text " + text)
                }
            case .reasoning(let text):
                if joined.last?.hasPrefix("reasoning ") == true {
                    joined[joined.count - 1] += text
                } else {
                    joined.append("reasoning " + text)
                }
            case .toolCall(let call): joined.append("call \(call.json.text())")
            case .finished: break
            }
        }
    }

    @Test("wherever the borders of pieces lie", arguments: 1...12)
    func borders(size: Int) {
        let text =
            "<think>a < b</think>Both 😀:<tool_call>{\"name\": \"add\", \"arguments\": {\"x\": 1}}"
            + "</tool_call> and <tool_call>\n{\"name\": \"sub\"}\n</tool_call><thin"
        #expect(
            events(text, size: size) == [
                "reasoning a < b", "text Both 😀:",
                #"call {"type":"function","function":{"name":"add","arguments":{"x":1}}}"#,
                "text  and ",
                #"call {"type":"function","function":{"name":"sub","arguments":{}}}"#,
                "text <thin",
            ])
    }

    @Test func reasoningThatThePromptHasBegun() {
        #expect(
            events("why</think>so", size: 2, startsWithReasoning: true)
                == ["reasoning why", "text so"])
    }

    @Test func withoutToolsCallsAreText() {
        let text = #"<tool_call>{"name": "add"}</tool_call>"#
        #expect(events(text, size: 5, tools: []) == ["text " + text])
    }

    @Test func whatIsNoCallStaysText() {
        let text = "<tool_call>{nonsense}</tool_call>!"
        #expect(events(text, size: 4) == ["text " + text])
        #expect(events("<tool_call>{", size: 4) == ["text <tool_call>{"])
    }

    @Test func aFormatWithoutEndTakesTheRest() {
        #expect(
            events(#"ok [TOOL_CALLS]add[ARGS]{"x": "]}"}"#, size: 3, .mistral) == [
                "text ok ",
                #"call {"type":"function","function":{"name":"add","arguments":{"x":"]}"}}}"#,
            ])
    }

    @Test("the channels of gpt-oss", arguments: 1...12)
    func channels(size: Int) throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let format = try ResponseFormat(
            CheckpointDirectory(folder.url),
            tokenizer: ByteTokenizer(
                special: ["<|start|>", "<|channel|>", "<|message|>", "<|end|>"],
                chatTemplate: "<|channel|>commentary to=functions.<|message|>"))
        #expect(format.toolCalls == .harmony)
        let call = #"call {"type":"function","function":{"name":"add","arguments":{"x":1}}}"#
        let text =
            "<|channel|>analysis<|message|>Let me add.<|end|><|start|>assistant<|channel|>final"
            + "<|message|>Wait.<|end|><|start|>assistant"
        #expect(
            events(
                text + "<|channel|>commentary to=functions.add <|constrain|>json<|message|>"
                    + #"{"x": 1}<|call|>"#, size: size, format)
                == ["reasoning Let me add.", "text Wait.", call])
        #expect(
            events(
                text + " to=functions.add<|channel|>commentary json<|message|>" + #"{"x": 1}"#,
                size: size, format) == ["reasoning Let me add.", "text Wait.", call])
        #expect(events(text, size: size, format) == ["reasoning Let me add.", "text Wait."])
    }

    @Test func textIsNotHeldBackWithoutNeed() {
        var format = ResponseFormat()
        format.reasoning = .init(start: "<think>", end: "</think>")
        var parser = ResponseParser(format, tools: [])
        func text(_ events: [GenerationEvent]) -> String {
            events.reduce(into: "") { if case .text(let text) = $1 { $0 += text } }
        }
        #expect(text(parser.append("plain ")) == "plain ")
        #expect(text(parser.append("<thought")) == "<thought")
        #expect(text(parser.append(" <thi")) == " ")
        #expect(text(parser.finish()) == "<thi")
    }
}
