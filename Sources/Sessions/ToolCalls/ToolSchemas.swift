import ModelRuntime
import OrderedCollections

/// What the schemas of tools say about their arguments.
struct ToolSchemas {
    private let properties: [String: OrderedDictionary<String, OrderedJSON>]

    init(_ tools: [OrderedJSON]) {
        var properties: [String: OrderedDictionary<String, OrderedJSON>] = [:]
        for tool in tools {
            guard let function = tool["function"], let name = function["name"]?.string else {
                continue
            }
            properties[name] = function["parameters"]?["properties"]?.object
        }
        self.properties = properties
    }

    /// The schema of an argument, nil if the tool has none.
    func schema(of argument: String, in tool: String) -> OrderedJSON? {
        properties[tool]?[argument]
    }

    /// Whether an argument is declared a string.
    func isString(_ argument: String, in tool: String) -> Bool {
        schema(of: argument, in: tool)?["type"] == "string"
    }

    /// All types that the schema of an argument allows, in small letters; a string without any.
    func types(of argument: String, in tool: String) -> Set<String> {
        guard let schema = schema(of: argument, in: tool) else { return ["string"] }
        return Set(Self.types(of: schema).map { $0.lowercased() })
    }

    private static func types(of schema: OrderedJSON) -> Set<String> {
        guard schema.object != nil else { return ["string"] }
        var types: Set<String> = []
        switch schema["type"] {
        case .string(let name): types.insert(name)
        case .array(let names): types.formUnion(names.compactMap(\.string))
        default: break
        }
        for value in schema["enum"]?.array ?? [] { types.insert(value.typeName) }
        for choice in ["anyOf", "oneOf", "allOf"] {
            for part in schema[choice]?.array ?? [] { types.formUnion(Self.types(of: part)) }
        }
        return types.isEmpty ? ["string"] : types
    }
}

extension OrderedJSON {
    /// JSON Schema's name of the value's type.
    fileprivate var typeName: String {
        switch self {
        case .null: "null"
        case .bool: "boolean"
        case .int: "integer"
        case .double: "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }

    /// The value of a JSON text, nil if it is none.
    init?(json text: some StringProtocol) {
        guard let value = try? OrderedJSON(parsing: Array(text.utf8), file: "") else { return nil }
        self = value
    }

    /// The value of a text that may be JSON, or a literal of Python, or neither.
    init(deserializing text: String) {
        self = OrderedJSON(json: text) ?? PythonLiteral.parse(text) ?? .string(text)
    }
}
