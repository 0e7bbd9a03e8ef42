import Operations
import PythonSyntax

/// The types that a stub's annotation names, in the tables' notation; empty where it says nothing.
struct DeclaredTypes {
    private let names: Set<String>

    init(_ annotation: Expression) { names = Self.names(annotation) }

    /// Whether a value of the type can be an argument as the annotation says.
    func contains(_ type: PythonType) -> Bool {
        if names.isEmpty || names.contains("any") { return true }
        switch type {
        case .unknown: return true
        case .optional(let wrapped): return names.contains("None") && contains(wrapped)
        case PythonType.mask: return names.isSuperset(of: ["None", "str", "array"])
        case .list(let element): return names.contains("[any]") || names.contains("[\(element)]")
        case .tuple: return names.contains { $0.hasPrefix("[") }
        case .library(let name): return names.contains(name.lowercased()) || names.contains(name)
        // Python takes an integer wherever it takes a float.
        case .integer: return names.contains("int") || names.contains("float")
        default: return names.contains("\(type)")
        }
    }

    private static func names(_ annotation: Expression) -> Set<String> {
        switch annotation.kind {
        case .constant(.none): return ["None"]
        case .binary(let left, .bitOr, let right): return names(left).union(names(right))
        case .name(let name), .attribute(_, let name): return named(name)
        case .subscript(let base, let index):
            let arguments: [Expression] =
                if case .tuple(let elements) = index.kind { elements } else { [index] }
            switch base.lastName {
            case "Union": return arguments.reduce(into: []) { $0.formUnion(names($1)) }
            case "Optional": return arguments.reduce(into: ["None"]) { $0.formUnion(names($1)) }
            case "Literal": return ["str"]
            case "Sequence", "list", "List", "tuple", "Tuple":
                return Set(arguments.flatMap { names($0) }.map { "[\($0)]" })
            default: return ["any"]
            }
        default: return ["any"]
        }
    }

    private static func named(_ name: String) -> Set<String> {
        switch name {
        case "scalar": ["bool", "int", "float"]
        case "Dtype": ["dtype"]
        case "DtypeCategory": ["DTypeCategory"]
        case "list", "tuple", "Sequence": ["[any]"]
        // Another library's array: the row of numpy's arrays says that they are the engine's in Swift.
        case "DLPackCompatible": ["MLXArray"]
        case "object", "Any", "Callable": ["any"]
        default: [name]
        }
    }
}

extension Expression {
    /// A default as the tables write it.
    init(pythonDefault text: String) throws {
        let module = try PythonParser().parse(source: text, moduleName: "default")
        guard case .expression(let value)? = module.body.first?.kind else {
            self.init(.name(text))
            return
        }
        self = value
    }

    /// The default without what is a matter of writing: `mx.float32` for `float32`, 1 for 1.0.
    var normalizedDefault: ExpressionKind {
        switch kind {
        case .attribute(_, let name): .name(name)
        case .constant(.integer(let value)): .constant(.float(Double(value)))
        case .unary(let operation, let operand):
            .unary(operation, Expression(operand.normalizedDefault))
        default: kind
        }
    }

    /// A default as an error cites it.
    var plainText: String {
        switch kind {
        case .name(let name): name
        case .attribute(let base, let name): "\(base.plainText).\(name)"
        case .constant(.none): "None"
        case .constant(.boolean(let value)): value ? "True" : "False"
        case .constant(.integer(let value)): "\(value)"
        case .constant(.float(let value)): "\(value)"
        case .constant(.string(let text)): "'\(text)'"
        case .unary(.minus, let operand): "-\(operand.plainText)"
        case .list(let elements): "[\(elements.map(\.plainText).joined(separator: ", "))]"
        default: "…"
        }
    }
}
