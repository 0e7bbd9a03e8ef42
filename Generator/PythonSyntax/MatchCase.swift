/// A case of a `match` statement.
public struct MatchCase: Hashable, Sendable {
    public let pattern: MatchPattern
    /// `case … if test:`
    public let test: Expression?
    public let body: [Statement]

    public init(pattern: MatchPattern, test: Expression?, body: [Statement]) {
        self.pattern = pattern
        self.test = test
        self.body = body
    }
}

/// What a case of a `match` statement asks of the subject, and the names that it binds.
public indirect enum MatchPattern: Hashable, Sendable {
    /// `_`
    case any
    case capture(String)
    /// `"a"`, `Colors.red`: the subject is equal to the value.
    case value(Expression)
    /// `None`, `True`: the subject is the constant.
    case singleton(Constant)
    /// `a | b`
    case either([MatchPattern])
    /// `pattern as name`
    case named(String, MatchPattern)
    /// `Point(0, y=other)`
    case instance(of: Expression, positional: [MatchPattern], keywords: [MatchKeyword])
    /// A pattern that no model is expected to use (a sequence, a mapping), by its `ast` class name.
    case other(String)
}

/// An attribute in the pattern of a class.
public struct MatchKeyword: Hashable, Sendable {
    public let name: String
    public let pattern: MatchPattern

    public init(name: String, pattern: MatchPattern) {
        self.name = name
        self.pattern = pattern
    }
}

extension MatchPattern {
    /// The expressions in the pattern: classes and values.
    public var expressions: [Expression] {
        switch self {
        case .any, .capture, .singleton, .other: []
        case .value(let value): [value]
        case .either(let patterns): patterns.flatMap(\.expressions)
        case .named(_, let pattern): pattern.expressions
        case .instance(let type, let positional, let keywords):
            [type] + (positional + keywords.map(\.pattern)).flatMap(\.expressions)
        }
    }

    /// The names that the pattern binds.
    public var boundNames: Set<String> {
        switch self {
        case .any, .value, .singleton, .other: []
        case .capture(let name): [name]
        case .either(let patterns): patterns.reduce(into: []) { $0.formUnion($1.boundNames) }
        case .named(let name, let pattern): pattern.boundNames.union([name])
        case .instance(_, let positional, let keywords):
            (positional + keywords.map(\.pattern)).reduce(into: []) { $0.formUnion($1.boundNames) }
        }
    }

    /// The pattern as Python writes it.
    public var canonicalText: String {
        switch self {
        case .any: return "_"
        case .capture(let name): return name
        case .value(let value): return value.canonicalText
        case .singleton(let constant): return Expression(.constant(constant)).canonicalText
        case .either(let patterns):
            return patterns.map(\.canonicalText).joined(separator: " | ")
        case .named(let name, let pattern): return "(\(pattern.canonicalText)) as \(name)"
        case .instance(let type, let positional, let keywords):
            let parts =
                positional.map(\.canonicalText)
                + keywords.map { "\($0.name)=\($0.pattern.canonicalText)" }
            return "\(type.canonicalText)(\(parts.joined(separator: ", ")))"
        case .other(let name): return "<\(name)>"
        }
    }
}
