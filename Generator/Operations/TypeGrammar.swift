extension PythonType {
    /// A type in the tables' notation: `[int]`, `array?`.
    ///
    /// - Throws: `TableError` if it cannot be read.
    public init(notation text: String) throws { self = try TypeGrammar.type(text) }
}

/// Reads the tables' notation for types and signatures.
struct TypeGrammar {
    private var rest: Substring

    init(_ text: some StringProtocol) { rest = Substring(text) }

    static func type(_ text: String) throws -> PythonType {
        var grammar = TypeGrammar(text)
        let type = try grammar.type()
        grammar.skipSpace()
        guard grammar.rest.isEmpty else {
            throw TableError("unexpected '\(grammar.rest)' in type '\(text)'")
        }
        return type
    }

    /// `a: array, /, axis: int? = None, *, keepdims: bool = False`
    static func parameters(_ text: String) throws -> [OperationParameter] {
        var grammar = TypeGrammar(text)
        var parameters: [OperationParameter] = []
        var keywordOnly = false
        grammar.skipSpace()
        while !grammar.rest.isEmpty {
            if grammar.take("/") {
            } else if grammar.take("*") {
                grammar.skipSpace()
                if let first = grammar.rest.first, first.isLetter || first == "_" {
                    parameters.append(try grammar.parameter(keywordOnly: false, variadic: true))
                }
                keywordOnly = true
            } else {
                parameters.append(try grammar.parameter(keywordOnly: keywordOnly, variadic: false))
            }
            grammar.skipSpace()
            guard grammar.rest.isEmpty || grammar.take(",") else {
                throw TableError("expected ',' before '\(grammar.rest)' in '\(text)'")
            }
            grammar.skipSpace()
        }
        return parameters
    }

    private mutating func parameter(keywordOnly: Bool, variadic: Bool) throws -> OperationParameter
    {
        let name = identifier()
        guard !name.isEmpty else { throw TableError("expected a parameter name at '\(rest)'") }
        var alternatives = [PythonType.unknown]
        var literal: String?
        if take(":") {
            skipSpace()
            literal = ["True", "False"].first { rest.hasPrefix($0) }
            if let literal {
                rest.removeFirst(literal.count)
                alternatives = [.boolean]
            } else {
                alternatives = try self.alternatives()
            }
        }
        var defaultValue: String?
        if take("=") {
            skipSpace()
            var depth = 0
            let text = rest.prefix { character in
                if "([{".contains(character) { depth += 1 }
                if ")]}".contains(character) { depth -= 1 }
                return depth > 0 || character != ","
            }
            rest.removeFirst(text.count)
            defaultValue = String(text).trimmingSpaces
        }
        return OperationParameter(
            name: name, alternatives: alternatives, defaultValue: defaultValue,
            isKeywordOnly: keywordOnly,
            isVariadic: variadic, literal: literal)
    }

    /// `array|float`, `None|int|[int]`; `scalar` stands for `bool|int|float`.
    private mutating func alternatives() throws -> [PythonType] {
        var types: [PythonType] = []
        repeat {
            skipSpace()
            if rest.hasPrefix("scalar") {
                rest.removeFirst("scalar".count)
                types += [.boolean, .integer, .float]
            } else {
                types.append(try type())
            }
        } while take("|")
        // With None among several, each of the others may be absent.
        guard types.count > 1, types.contains(.none) else { return types }
        return types.filter { $0 != .none }.map(\.madeOptional)
    }

    private mutating func type() throws -> PythonType {
        skipSpace()
        var type: PythonType
        if take("[") {
            type = .list(try self.type())
            guard take("]") else { throw TableError("expected ']' at '\(rest)'") }
        } else if take("(") {
            var elements: [PythonType] = []
            skipSpace()
            while !take(")") {
                elements.append(try self.type())
                guard take(",") || rest.first == ")" else {
                    throw TableError("expected ',' or ')' at '\(rest)'")
                }
                skipSpace()
            }
            type = .tuple(elements)
            if take("->") { type = .function(parameters: elements, result: try self.type()) }
        } else if take("{") {
            let key = try self.type()
            guard take(":") else { throw TableError("expected ':' at '\(rest)'") }
            type = .dictionary(key: key, value: try self.type())
            guard take("}") else { throw TableError("expected '}' at '\(rest)'") }
        } else {
            type = try Self.named(identifier())
        }
        while take("?") { type = type.madeOptional }
        return type
    }

    private static func named(_ name: String) throws -> PythonType {
        switch name {
        case "": throw TableError("expected a type")
        case "array": .array
        case "int": .integer
        case "float": .float
        case "bool": .boolean
        case "str": .string
        case "dtype": .dtype
        case "None": .none
        case "json": .json
        case "any": .unknown
        default: .library(name)
        }
    }

    private mutating func identifier() -> String {
        skipSpace()
        let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
        rest.removeFirst(name.count)
        return String(name)
    }

    private mutating func take(_ token: String) -> Bool {
        skipSpace()
        guard rest.hasPrefix(token) else { return false }
        rest.removeFirst(token.count)
        return true
    }

    private mutating func skipSpace() { rest = rest.drop { $0 == " " || $0 == "\n" } }
}

/// A table row that cannot be read.
public struct TableError: Error, CustomStringConvertible {
    public let description: String
    init(_ description: String) { self.description = description }
}

extension String {
    var trimmingSpaces: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
