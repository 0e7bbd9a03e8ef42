/// Text to token ids and back, as the checkpoint's own tokenizer does it.
public protocol Tokenizer: Sendable {
    /// The token that ends a text, nil if the tokenizer names none.
    var eosTokenId: Int? { get }

    /// The text that begins every prompt, nil if the tokenizer names none.
    var bosToken: String? { get }

    /// Whether the checkpoint brings a chat template.
    var hasChatTemplate: Bool { get }

    /// The source of the chat template; nil if there is none, or the tokenizer does not tell.
    var chatTemplate: String? { get }

    /// The token ids of a text.
    ///
    /// - Parameter addSpecialTokens: whether the tokens that surround every text are added.
    func encode(_ text: String, addSpecialTokens: Bool) throws -> [Int]

    /// The text of token ids.
    ///
    /// - Parameter skipSpecialTokens: whether control tokens are left out.
    func decode(_ tokens: [Int], skipSpecialTokens: Bool) throws -> String

    /// The id of a token's text, nil if it is not in the vocabulary.
    func tokenId(of token: String) throws -> Int?

    /// A conversation in the model's own format.
    ///
    /// - Parameters:
    ///   - messages: what has been said.
    ///   - tools: the schemas of the tools that the model may call.
    ///   - addGenerationPrompt: whether the beginning of the model's answer is added.
    ///   - context: further variables of the template.
    /// - Throws: ``ModelRuntimeError`` if there is no template or it refuses the conversation.
    func applyChatTemplate(
        _ messages: [ChatMessage], tools: [OrderedJSON]?, addGenerationPrompt: Bool,
        context: [String: OrderedJSON]
    ) throws -> String

    /// A detokenizer at the beginning of a text.
    func makeDetokenizer() -> any StreamingDetokenizer
}

extension Tokenizer {
    /// Not told.
    public var chatTemplate: String? { nil }
}

/// One turn of a conversation.
public struct ChatMessage: Equatable, Sendable {
    /// Who speaks: `system`, `user`, `assistant` or `tool`.
    public var role: String
    /// What is said: text, or a list of parts.
    public var content: OrderedJSON
    /// Further fields, `tool_calls` for instance.
    public var fields: [String: OrderedJSON]

    /// A turn.
    public init(role: String, content: OrderedJSON, fields: [String: OrderedJSON] = [:]) {
        self.role = role
        self.content = content
        self.fields = fields
    }

    /// An instruction to the model.
    public static func system(_ text: String) -> Self {
        Self(role: "system", content: .string(text))
    }

    /// What the user says.
    public static func user(_ text: String) -> Self { Self(role: "user", content: .string(text)) }

    /// What the model said.
    public static func assistant(_ text: String) -> Self {
        Self(role: "assistant", content: .string(text))
    }

    /// What a tool has answered.
    ///
    /// - Parameter call: the call's id, where it has one.
    public static func tool(_ text: String, name: String, call: String? = nil) -> Self {
        var fields: [String: OrderedJSON] = ["name": .string(name)]
        if let call { fields["tool_call_id"] = .string(call) }
        return Self(role: "tool", content: .string(text), fields: fields)
    }

    /// The message as a template sees it.
    public var json: OrderedJSON {
        var json: OrderedJSON = ["role": .string(role), "content": content]
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) { json[name] = value }
        return json
    }
}
