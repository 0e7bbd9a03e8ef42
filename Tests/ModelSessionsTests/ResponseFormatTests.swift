import FileTestSupport
import Foundation
import ModelRuntime
import RuntimeTestSupport
import Testing

@testable import ModelSessions

@Suite("A checkpoint shows how its model answers")
struct ResponseFormatTests {
    /// Chat templates and vocabularies.
    private static let cases: [(template: String?, vocabulary: [String])] = [
        (nil, []), ("plain", ["<think>", "</think>"]),
        ("<minimax:tool_call>", ["<think>"]),
        ("<|tool_call> <tool_call|>", ["<|channel>", "<channel|>"]),
        ("<start_function_call>", []),
        ("<longcat_tool_call>", ["<longcat_think>", "</longcat_think>"]),
        ("<tool_call><arg_key>", []), ("<|tool_list_start|>", []), ("<|tool_call_start|>", []),
        (#"<tool_call>\n<function="#, []), ("<tool_call>\n<function=", []),
        ("<|tool_calls_section_begin|>", []), (#"<function name="x"><param name="y">"#, []),
        ("[TOOL_CALLS]", ["<|think:start|>", "<|think:end|>"]), ("<atem:function_calls>", []),
        ("<tool_call>{{ tool_call.name }}", ["<think>", "</think>"]), ("<tool_call>", []),
        ("plain", ["<|open|>", "<|close|>", "<|sep|>", "<|end_of_msg|>"]),
        (nil, ["<|tool_call_start|>", "<|tool_call_end|>"]),
    ]

    private static let reference = """
        import json, sys
        from types import SimpleNamespace
        from mlx_lm import tokenizer_utils as T

        def infer(template, vocabulary):
            vocab = {token: index for index, token in enumerate(vocabulary)}
            tokenizer = SimpleNamespace(
                chat_template=template, get_vocab=lambda: vocab, encode=lambda *a, **k: [0])
            start, end, *_ = T._infer_thinking(tokenizer)
            return [T._infer_tool_parser(tokenizer), start, end,
                    list(T._infer_structural_markers(tokenizer))]

        print(json.dumps([infer(*case) for case in json.loads(sys.argv[1])]))
        """

    @Test("as mlx-lm infers it") func inferred() throws {
        let cases = OrderedJSON.array(
            Self.cases.map { template, vocabulary in
                [
                    template.map { .string($0) } ?? .null,
                    .array(vocabulary.map { .string($0) }),
                ]
            })
        let output = try PythonProcess.run("-c", Self.reference, cases.text())
        let expected = try OrderedJSON(parsing: output.utf8, file: "output").array ?? []
        let folder = try TemporaryFolder()
        for ((template, vocabulary), expected) in zip(Self.cases, expected) {
            let format = try ResponseFormat(
                CheckpointDirectory(folder.url),
                tokenizer: ByteTokenizer(special: vocabulary, chatTemplate: template))
            func json(_ text: String?) -> OrderedJSON { text.map { .string($0) } ?? .null }
            #expect(
                [
                    json(format.toolCalls?.rawValue), json(format.reasoning?.start),
                    json(format.reasoning?.end), .array(format.structure.map { .string($0) }),
                ] == expected, "\(template ?? "no template") \(vocabulary)")
        }
        #expect(expected.count == Self.cases.count)
    }

    @Test func whatTheCheckpointDeclaresGoesFirst() throws {
        let folder = try TemporaryFolder()
        try folder.write("tokenizer_config.json", #"{"tool_parser_type": "laguna"}"#)
        let directory = try CheckpointDirectory(folder.url)
        let tokenizer = ByteTokenizer(chatTemplate: "[TOOL_CALLS]")
        #expect(try ResponseFormat(directory, tokenizer: tokenizer).toolCalls == .laguna)
        try folder.write("tokenizer_config.json", #"{"tool_parser_type": "smoke"}"#)
        #expect(
            failure(.unsupported) { try ResponseFormat(directory, tokenizer: tokenizer) }
                .hasPrefix("tokenizer_config.json: the tool_parser_type \"smoke\" is not known"))
    }

    @Test func aPromptMayEndWithinReasoning() throws {
        var format = ResponseFormat()
        format.reasoning = .init(start: "<T>", end: "</T>")
        let tokenizer = ByteTokenizer()
        for (prompt, expected) in [
            ("a<T>", true), ("a<T>b</T>", false), ("<T></T><T>x", true), ("", false),
        ] {
            #expect(
                try format.startsWithReasoning(
                    tokenizer.encode(prompt, addSpecialTokens: false), tokenizer: tokenizer)
                    == expected)
        }
    }
}
