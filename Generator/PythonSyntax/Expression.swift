/// A Python expression with its place in the source.
///
/// Two expressions are equal if they have the same structure, wherever they stand.
public struct Expression: Hashable, Sendable {
    public let kind: ExpressionKind
    public let span: SourceSpan

    public init(_ kind: ExpressionKind, span: SourceSpan = .synthesized) {
        self.kind = kind
        self.span = span
    }

    public static func == (left: Expression, right: Expression) -> Bool { left.kind == right.kind }
    public func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}

/// The forms of Python expressions, as CPython's `ast` names them.
public indirect enum ExpressionKind: Hashable, Sendable {
    case name(String)
    case constant(Constant)
    case attribute(of: Expression, name: String)
    case `subscript`(of: Expression, index: Expression)
    /// `lower:upper:step` inside a subscript.
    case slice(lower: Expression?, upper: Expression?, step: Expression?)
    case call(function: Expression, arguments: [Argument])
    case unary(UnaryOperator, Expression)
    case binary(Expression, BinaryOperator, Expression)
    case boolean(BooleanOperator, [Expression])
    /// `a < b <= c`: the first operand, then each operator with its right operand.
    case comparison(Expression, [ComparisonPart])
    case conditional(test: Expression, then: Expression, otherwise: Expression)
    case tuple([Expression])
    case list([Expression])
    case set([Expression])
    case dictionary([DictionaryItem])
    case lambda(Parameters, body: Expression)
    case comprehension(
        ComprehensionKind, element: Expression, value: Expression?, [ComprehensionClause])
    case formattedString([FormattedPart])
    case starred(Expression)
    /// `name := value`.
    case named(String, value: Expression)
    /// A node that no model is expected to use (`await`, `yield`, …), by its `ast` class name.
    case other(String)
}

/// A literal.
public enum Constant: Hashable, Sendable {
    case none
    case boolean(Bool)
    /// Integers are kept as written when they do not fit 64 bits.
    case integer(Int)
    case bigInteger(String)
    case float(Double)
    case complex(real: Double, imaginary: Double)
    case string(String)
    case bytes([UInt8])
    case ellipsis
}

/// One argument of a call.
public struct Argument: Hashable, Sendable {
    public enum Label: Hashable, Sendable {
        case positional
        case keyword(String)
        /// `*value`
        case starred
        /// `**value`
        case doubleStarred
    }
    public let label: Label
    public let value: Expression

    public init(_ label: Label, _ value: Expression) {
        self.label = label
        self.value = value
    }
}

public struct ComparisonPart: Hashable, Sendable {
    public let comparison: ComparisonOperator
    public let operand: Expression

    public init(_ comparison: ComparisonOperator, _ operand: Expression) {
        self.comparison = comparison
        self.operand = operand
    }
}

public struct DictionaryItem: Hashable, Sendable {
    /// `nil` for `**value`.
    public let key: Expression?
    public let value: Expression

    public init(key: Expression?, value: Expression) {
        self.key = key
        self.value = value
    }
}

public enum FormattedPart: Hashable, Sendable {
    case text(String)
    /// `{value!conversion:format}`; `conversion` is "s", "r", "a" or `nil`.
    case value(Expression, conversion: String?, format: [FormattedPart])
}

public struct ComprehensionClause: Hashable, Sendable {
    public let target: Expression
    public let iterable: Expression
    public let conditions: [Expression]

    public init(target: Expression, iterable: Expression, conditions: [Expression]) {
        self.target = target
        self.iterable = iterable
        self.conditions = conditions
    }
}

public enum ComprehensionKind: String, Hashable, Sendable { case list, set, dictionary, generator }

public enum UnaryOperator: String, Hashable, Sendable {
    case plus = "+"
    case minus = "-"
    case not
    case invert = "~"
}

public enum BinaryOperator: String, Hashable, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case floorDivide = "//"
    case modulo = "%"
    case power = "**"
    case matrixMultiply = "@"
    case leftShift = "<<"
    case rightShift = ">>"
    case bitAnd = "&"
    case bitOr = "|"
    case bitXor = "^"
}

public enum BooleanOperator: String, Hashable, Sendable { case and, or }

public enum ComparisonOperator: String, Hashable, Sendable {
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessEqual = "<="
    case greater = ">"
    case greaterEqual = ">="
    case `is` = "is"
    case isNot = "is not"
    case `in` = "in"
    case notIn = "not in"
}
