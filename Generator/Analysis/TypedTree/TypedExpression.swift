import Operations
import PythonSyntax

/// An expression with its inferred type and with every name and call resolved.
public struct TypedExpression: Hashable, Sendable {
    public let kind: TypedExpressionKind
    public let type: PythonType
    public let span: SourceSpan

    public init(_ kind: TypedExpressionKind, _ type: PythonType, span: SourceSpan) {
        self.kind = kind
        self.type = type
        self.span = span
    }
}

extension TypedExpression {
    /// `self.model.norm` for a name or an attribute path, the key under which it can be bound.
    public var path: String? {
        switch kind {
        case .local(let name): name
        case .selfObject: "self"
        case .attribute(let base, let name), .libraryAttribute(let base, let name):
            base.path.map { "\($0).\(name)" }
        case .downcast(let base, _, isForced: true): base.path
        default: nil
        }
    }
}

extension TypedExpression {
    /// A tuple that may be absent as one that is there: what takes it apart needs it.
    public var presentTuple: TypedExpression {
        guard case .optional(let inner) = type, case .tuple = inner else { return self }
        return TypedExpression(kind, inner, span: span)
    }
}

/// The forms of typed expressions: those of the source, with calls and names resolved.
public indirect enum TypedExpressionKind: Hashable, Sendable {
    /// A local variable or parameter.
    case local(String)
    case selfObject
    case constant(Constant)
    /// A constant of a library, `mx.float32`, by its Swift spelling.
    case libraryConstant(String)
    /// A list or dictionary at the top of a module or of a class body, by dotted name.
    case globalConstant(String)
    /// A class of layers as a value, by its Python name.
    case classValue(String)
    /// A function of the compiled sources as a value, by dotted name.
    case functionValue(String)
    /// An attribute of an instance of a compiled class.
    case attribute(of: TypedExpression, name: String)
    /// A property (a `@property` method) of an instance of a compiled class.
    case property(of: TypedExpression, name: String)
    /// An attribute of a library or built-in type, with its Swift spelling.
    case libraryAttribute(of: TypedExpression, swift: String)
    /// `x.shape`
    case shape(TypedExpression)
    case element(of: TypedExpression, index: TypedExpression)
    /// An index with slices, on an array or a list.
    case sliced(TypedExpression, [TypedIndex])
    case call(TypedCall)
    case unary(UnaryOperator, TypedExpression)
    case binary(TypedExpression, BinaryOperator, TypedExpression)
    case boolean(BooleanOperator, [TypedExpression])
    case comparison(TypedExpression, [TypedComparisonPart])
    case conditional(test: TypedExpression, then: TypedExpression, otherwise: TypedExpression)
    case tuple([TypedExpression])
    case list([TypedExpression])
    /// A set display, or `set(iterable)` of a list.
    case set([TypedExpression])
    case dictionary([TypedDictionaryItem])
    case comprehension(
        ComprehensionKind, element: TypedExpression, value: TypedExpression?, [TypedClause])
    case formattedString([TypedFormattedPart])
    case lambda([String], body: TypedExpression)
    /// A test of a value against `None`.
    case isNone(TypedExpression, negated: Bool)
    /// `isinstance(value, type)` where only the value itself tells.
    case isInstance(TypedExpression, PythonType)
    /// A value used as an instance of a class that its protocol leaves open; `nil` where it is none,
    /// unless the source takes it for granted.
    case downcast(TypedExpression, PythonType, isForced: Bool)
}

public enum TypedIndex: Hashable, Sendable {
    case value(TypedExpression)
    case slice(lower: TypedExpression?, upper: TypedExpression?, step: TypedExpression?)
    case ellipsis
    case newAxis
}

public struct TypedComparisonPart: Hashable, Sendable {
    public let comparison: ComparisonOperator
    public let operand: TypedExpression
}

public struct TypedDictionaryItem: Hashable, Sendable {
    public let key: TypedExpression?
    public let value: TypedExpression
}

public enum TypedFormattedPart: Hashable, Sendable {
    case text(String)
    case value(TypedExpression, format: String?)
}

public struct TypedClause: Hashable, Sendable {
    public let target: TypedTarget
    public let iterable: TypedExpression
    public let conditions: [TypedExpression]
}

/// A call whose callee is known and whose arguments are bound to parameters.
public struct TypedCall: Hashable, Sendable {
    public let callee: Callee
    public let arguments: [TypedArgument]

    public func argument(_ name: String) -> TypedExpression? {
        arguments.first { $0.parameter == name }?.value
    }
}

public struct TypedArgument: Hashable, Sendable {
    public let parameter: String
    public let value: TypedExpression
    /// Whether the callee changes the value in place for its caller.
    public let isChanged: Bool

    init(parameter: String, value: TypedExpression, isChanged: Bool = false) {
        self.parameter = parameter
        self.value = value
        self.isChanged = isChanged
    }
}

/// What a call calls.
public enum Callee: Hashable, Sendable {
    /// A row of the table; a method's receiver is the argument of the first parameter.
    case operation(Operation)
    /// An instance of a class of the compiled sources is made.
    case initializer(className: String)
    /// A method of an instance of a compiled class; `name` is `__call__` for `instance(…)`.
    case method(of: TypedExpression, className: String, name: String)
    /// A function of the compiled sources.
    case function(String)
    /// A function inside the function that calls it.
    case localFunction(String)
    /// A Python builtin: `len`, `range`, `zip`, `enumerate`, …
    case builtin(String)
}
