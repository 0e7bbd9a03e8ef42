/// A call of a tool, as a model writes it.
public struct ToolCall: Equatable, Sendable {
    /// The tool's name.
    public var name: String
    /// The arguments: an object as a rule.
    public var arguments: OrderedJSON
    /// The name by which an answer refers to the call, where the model gives one.
    public var id: String?

    /// A call.
    public init(name: String, arguments: OrderedJSON, id: String? = nil) {
        self.name = name
        self.arguments = arguments
        self.id = id
    }

    /// The call as messages and chat templates have it.
    public var json: OrderedJSON {
        let function: OrderedJSON = ["name": .string(name), "arguments": arguments]
        var json: OrderedJSON = ["type": "function", "function": function]
        if let id { json["id"] = .string(id) }
        return json
    }
}
