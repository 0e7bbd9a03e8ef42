import ModelRuntime

/// How a model marks what is no text for the user: reasoning, and calls of tools.
public struct ResponseFormat: Equatable, Sendable {
    /// What stands before and after a part.
    public struct Markers: Equatable, Sendable {
        public var start: String
        public var end: String
    }

    /// Around reasoning; nil if the vocabulary has no such marks.
    public var reasoning: Markers?
    /// The format of calls; nil if the model has none that is known.
    public var toolCalls: ToolCallFormat?
    /// Marks of the answer itself, which are no part of its text.
    public var structure: [String] = []

    /// Text alone.
    public init() {}

    /// The format that a checkpoint's vocabulary, chat template and tokenizer_config.json show.
    ///
    /// - Throws: ``ModelRuntimeError`` for a format of calls that is not known.
    ///
    /// Source: `_infer_thinking`, `_infer_tool_parser` (mlx_lm/tokenizer_utils.py).
    public init(_ directory: CheckpointDirectory, tokenizer: any Tokenizer) throws {
        func has(_ tokens: String...) throws -> Bool {
            try tokens.allSatisfy { try tokenizer.tokenId(of: $0) != nil }
        }
        let hasSections = try has("<|open|>", "<|close|>", "<|sep|>", "<|end_of_msg|>")
        let hasChannels = try has("<|start|>", "<|channel|>", "<|message|>", "<|end|>")
        let single = [
            ("<think>", "</think>"), ("<longcat_think>", "</longcat_think>"),
            ("<|think:start|>", "<|think:end|>"),
        ]
        if let (start, end) = try single.first(where: { try has($0.0, $0.1) }) {
            reasoning = Markers(start: start, end: end)
        } else if try has("<|channel>", "<channel|>") {
            reasoning = Markers(start: "<|channel>thought", end: "<channel|>")
        } else if hasChannels {
            reasoning = Markers(start: "<|channel|>analysis<|message|>", end: "<|end|>")
        } else if hasSections {
            reasoning = Markers(start: "<|open|>think<|sep|>", end: "<|close|>think<|sep|>")
        }
        if hasSections {
            structure = [
                "<|open|>response<|sep|>", "<|close|>response<|sep|>", "<|close|>message<|sep|>",
            ]
        }
        if hasChannels {
            structure = [
                "<|channel|>final<|message|>", "<|channel|>commentary<|message|>",
                "<|start|>assistant", "<|end|>", "<|return|>",
            ]
        }
        let declared = try directory.jsonIfPresent("tokenizer_config.json")?["tool_parser_type"]
        if let name = declared?.string {
            guard let format = ToolCallFormat(rawValue: name) else {
                throw ModelRuntimeError.unsupported(
                    "tokenizer_config.json: the tool_parser_type \"\(name)\" is not known; known are "
                        + ToolCallFormat.allCases.map(\.rawValue).joined(separator: ", "))
            }
            toolCalls = format
        } else if let format = tokenizer.chatTemplate.flatMap(ToolCallFormat.init(chatTemplate:)) {
            toolCalls = format
        } else if hasSections {
            toolCalls = .kimiK3
        } else if try has("<|tool_call_start|>", "<|tool_call_end|>") {
            toolCalls = .pythonic
        }
    }

    /// Whether a prompt ends within reasoning that the chat template has begun.
    public func startsWithReasoning(_ prompt: [Int], tokenizer: any Tokenizer) throws -> Bool {
        guard let reasoning else { return false }
        let tail = try tokenizer.decode(Array(prompt.suffix(64)), skipSpecialTokens: false)
        guard let start = tail.ranges(of: reasoning.start).last else { return false }
        return !tail[start.upperBound...].contains(reasoning.end)
    }
}
