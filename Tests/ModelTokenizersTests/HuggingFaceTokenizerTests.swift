import FileTestSupport
import Foundation
import ModelRuntime
import ModelTokenizers
import RuntimeTestSupport
import Testing

@Suite("The tokenizer gives what transformers gives", .serialized)
struct HuggingFaceTokenizerTests {
    private static let texts = [
        "The quick brown fox", "  two  spaces\n\nand lines\t", "naïve café 日本語 🙂👩‍👩‍👧",
        "<|user|>hi</s><|tool|><pad> x", "", " ", "def main():\n    return 1234567890",
        "a longer text that goes on beyond the eight tokens to which the file truncates",
    ]

    @Test("token ids and texts", arguments: ReferenceTokenizer.Kind.allCases)
    func ids(kind: ReferenceTokenizer.Kind) throws {
        let reference = try ReferenceTokenizer(kind)
        let tokenizer = try HuggingFaceTokenizer(CheckpointDirectory(reference.folder.url))
        #expect(try tokenizer.eosTokenId == reference.eosTokenId)
        #expect(tokenizer.bosToken == "<s>")
        for text in Self.texts {
            for special in [true, false] {
                let expected = try reference.encode(text, addSpecialTokens: special)
                #expect(try tokenizer.encode(text, addSpecialTokens: special) == expected)
            }
            let tokens = try reference.encode(text, addSpecialTokens: true)
            #expect(
                try tokenizer.decode(tokens, skipSpecialTokens: false) == reference.decode(tokens))
        }
    }

    @Test("a streamed text is the decoded text", arguments: ReferenceTokenizer.Kind.allCases)
    func streaming(kind: ReferenceTokenizer.Kind) throws {
        let reference = try ReferenceTokenizer(kind)
        let tokenizer = try HuggingFaceTokenizer(CheckpointDirectory(reference.folder.url))
        for text in Self.texts {
            let tokens = try reference.encode(text, addSpecialTokens: false)
            var detokenizer = tokenizer.makeDetokenizer()
            var pieces = try tokens.map { try detokenizer.append($0) }
            pieces.append(try detokenizer.finish())
            #expect(try pieces.joined() == reference.decode(tokens))
            #expect(!pieces.contains { $0.contains("\u{FFFD}") })
        }
    }

    @Test func chatTemplates() throws {
        let reference = try ReferenceTokenizer(.byteLevel)
        let tokenizer = try HuggingFaceTokenizer(CheckpointDirectory(reference.folder.url))
        let messages: [ChatMessage] = [
            .system(" Be brief. "), .user("Hi \"you\"\n"), .assistant("Yes"),
        ]
        let context: [String: OrderedJSON] = ["enable_thinking": false]
        let rendered = try tokenizer.applyChatTemplate(
            messages, tools: nil, addGenerationPrompt: true, context: context)
        #expect(try rendered == reference.applyChatTemplate(messages))
        #expect(rendered.hasPrefix("<s><|system|>\nBe brief.</s>"))
        #expect(
            failure {
                try tokenizer.applyChatTemplate(
                    [ChatMessage(role: "robot", content: "x")], tools: nil,
                    addGenerationPrompt: true,
                    context: [:])
            }.hasSuffix("failed: unknown role robot"))
    }

    @Test func theTemplateOfAProcessorComesFirst() throws {
        let folder = try ReferenceTokenizer(.byteLevel).folder
        func prompt() throws -> String {
            try HuggingFaceTokenizer(CheckpointDirectory(folder.url)).applyChatTemplate(
                [.user("Hi")], tools: nil, addGenerationPrompt: true, context: [:])
        }
        let ofTokenizer = try prompt()
        try folder.write("chat_template.json", #"{"chat_template": "{{ messages[0].content }}!"}"#)
        #expect(try prompt() == ofTokenizer)
        try folder.write("preprocessor_config.json", "{}")
        #expect(try prompt() == "Hi!")
        for malformed in ["{}", "[]", #"{"chat_template": 1}"#] {
            try folder.write("chat_template.json", malformed)
            #expect(
                failure { try prompt() }
                    .contains("chat_template.json has no text named chat_template"))
        }
    }

    @Test func promptsFollowThePackage() throws {
        let reference = try ReferenceTokenizer(.byteLevel)
        let tokenizer = try HuggingFaceTokenizer(CheckpointDirectory(reference.folder.url))
        func tokens(_ package: ModelPackage, _ type: String, template: Bool = true) throws -> [Int]
        {
            try PromptFormat(package: package, modelType: type).tokens(
                [.user("Hi")], tokenizer: tokenizer, usesChatTemplate: template)
        }
        let text = try reference.applyChatTemplate([.user("Hi")])
        #expect(try tokens(.mlxLM, "llama") == reference.encode(text, addSpecialTokens: false))
        #expect(try tokens(.mlxVLM, "llama") == reference.encode(text, addSpecialTokens: true))
        #expect(try tokens(.mlxVLM, "gemma3") == reference.encode(text, addSpecialTokens: false))
        let raw = try reference.encode("Hi", addSpecialTokens: true)
        #expect(try tokens(.mlxLM, "llama", template: false) == raw)
        #expect(try tokens(.mlxVLM, "llama", template: false) == raw)
    }

    @Test func malformedFilesAreNamed() throws {
        let folder = try TemporaryFolder()
        func load() throws -> HuggingFaceTokenizer {
            try HuggingFaceTokenizer(CheckpointDirectory(folder.url))
        }
        #expect(failure { try load() } == "tokenizer.json is missing in \(folder.url.path)")
        try folder.write("tokenizer.json", "{}")
        #expect(failure { try load() }.contains("cannot be read"))
        try folder.write("tokenizer_config.json", "{")
        #expect(failure { try load() }.contains("tokenizer_config.json is not valid JSON"))
    }
}
