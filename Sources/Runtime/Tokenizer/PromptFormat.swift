/// How a package turns what the user says into token ids.
public struct PromptFormat: Sendable {
    /// The package whose program is followed.
    public let package: ModelPackage
    /// The `model_type` that the package serves.
    public let modelType: String

    /// Whether the chat template is the tokenizer's alone: mlx-vlm asks the processor for one before it leaves the
    /// special tokens to the template.
    public var isTemplateTheTokenizers = false

    /// The format of a package for a type of model.
    public init(package: ModelPackage, modelType: String) {
        self.package = package
        self.modelType = modelType
    }

    /// The token ids of a conversation.
    ///
    /// mlx-lm encodes a rendered template without adding special tokens. mlx-vlm adds them even so,
    /// except for a few families whose templates own them, and writes a conversation without a
    /// template as plain lines.
    ///
    /// - Parameters:
    ///   - messages: what has been said, the last turn the user's.
    ///   - usesChatTemplate: whether the checkpoint's template is applied where there is one.
    ///   - continuesLast: whether the last message is left open, for more text to follow it.
    ///   - isSuffix: whether only the last message's text and what follows it is wanted: what is before
    ///     is in a cache.
    ///   - tools: the schemas of the tools that the model may call.
    ///   - context: further variables of the template.
    /// - Throws: ``ModelRuntimeError`` for an empty prompt and for what the template refuses.
    public func tokens(
        _ messages: [ChatMessage], tokenizer: any Tokenizer, usesChatTemplate: Bool = true,
        continuesLast: Bool = false, isSuffix: Bool = false, tools: [OrderedJSON] = [],
        context: [String: OrderedJSON] = [:]
    ) throws -> [Int] {
        let templated = usesChatTemplate && tokenizer.hasChatTemplate
        guard templated || tools.isEmpty else {
            throw ModelRuntimeError.input("there is no chat template that would show the tools")
        }
        let text: String
        if templated {
            let context = try defaults(tokenizer).merging(context) { $1 }
            func render(_ messages: [ChatMessage]) throws -> String {
                try tokenizer.applyChatTemplate(
                    messages, tools: tools.isEmpty ? nil : tools,
                    addGenerationPrompt: !continuesLast, context: context)
            }
            if isSuffix {
                text = try suffix(of: messages, continuesLast, render)
            } else {
                text = try continuesLast ? open(messages, render) : render(messages)
            }
        } else {
            text = plain(messages, usesChatTemplate: usesChatTemplate)
        }
        let tokens = try tokenizer.encode(
            text, addSpecialTokens: addsSpecialTokens(templated, tokenizer))
        guard !tokens.isEmpty else {
            throw ModelRuntimeError.input("the prompt is empty: it has no token")
        }
        return tokens
    }

    /// Families whose chat template writes the special tokens (`should_add_special_tokens`,
    /// mlx_vlm/utils.py).
    private static let templateOwnsMarkers: Set = [
        "gemma3", "gemma3n", "gemma4", "gemma4_unified", "laguna",
    ]

    private func addsSpecialTokens(_ templated: Bool, _ tokenizer: any Tokenizer) -> Bool {
        switch package {
        case .mlxLM: !templated
        case .mlxVLM:
            !Self.templateOwnsMarkers.contains(modelType) || isTemplateTheTokenizers
                || !tokenizer.hasChatTemplate
        }
    }

    /// Reasoning is off in mlx-vlm's program, and on in mlx-lm's where the vocabulary has it.
    private func defaults(_ tokenizer: any Tokenizer) throws -> [String: OrderedJSON] {
        guard package == .mlxLM else { return ["enable_thinking": false] }
        let markers = [
            ["<think>", "</think>"], ["<longcat_think>", "</longcat_think>"],
            ["<|think:start|>", "<|think:end|>"], ["<|channel>", "<channel|>"],
            ["<|open|>", "<|close|>", "<|sep|>", "<|end_of_msg|>"],
        ]
        let reasons = try markers.contains { tokens in
            try tokens.allSatisfy { try tokenizer.tokenId(of: $0) != nil }
        }
        return ["enable_thinking": .bool(reasons)]
    }

    private func plain(_ messages: [ChatMessage], usesChatTemplate: Bool) -> String {
        let contents = messages.map { $0.content.string ?? "" }
        guard package == .mlxVLM, usesChatTemplate, messages.count > 1 else {
            return contents.last ?? ""
        }
        let lines = zip(messages, contents).map { message, content in
            let speaker = message.role.prefix(1).uppercased() + message.role.dropFirst()
            return content.isEmpty ? "\(speaker):" : "\(speaker): \(content)"
        }
        return lines.joined(separator: "\n") + "\nAssistant:"
    }
}
