import Operations
import PythonSyntax

/// A statement with typed expressions.
public struct TypedStatement: Hashable, Sendable {
    public let kind: TypedStatementKind
    public let span: SourceSpan

    public init(_ kind: TypedStatementKind, span: SourceSpan) {
        self.kind = kind
        self.span = span
    }
}

public indirect enum TypedStatementKind: Hashable, Sendable {
    case expression(TypedExpression)
    /// `a = b = value` has two targets.
    case assign(targets: [TypedTarget], value: TypedExpression)
    case augmentedAssign(target: TypedTarget, BinaryOperator, value: TypedExpression)
    case `return`(TypedExpression?)
    case `if`(test: TypedExpression, then: [TypedStatement], otherwise: [TypedStatement])
    case `for`(target: TypedTarget, iterable: TypedExpression, body: [TypedStatement])
    case `while`(test: TypedExpression, body: [TypedStatement])
    case `try`(body: [TypedStatement], handlers: [TypedHandler])
    case `break`
    case `continue`
    case assert(TypedExpression, source: String)
    case raise(exception: String, message: TypedExpression?)
    /// A function inside a function; it sees the locals around it.
    case function(TypedFunction)
}

/// What is done where a `try` fails.
public struct TypedHandler: Hashable, Sendable {
    /// The exceptions that it takes, by name.
    public let exceptions: [String]
    public let body: [TypedStatement]

    /// The exceptions that all others are.
    static let wholeExceptions = ["Exception", "BaseException"]

    /// Whether it takes whatever is raised.
    public var takesAll: Bool { exceptions == [Self.wholeExceptions[0]] }
}

/// What is assigned to.
public indirect enum TypedTarget: Hashable, Sendable {
    case local(String, PythonType)
    /// `self.name`
    case attribute(String, PythonType)
    /// `object.name`, an attribute of an instance of a compiled class.
    case member(of: TypedExpression, name: String, PythonType)
    /// An attribute of an instance of a library type, with its Swift spelling.
    case libraryMember(of: TypedExpression, swift: String, PythonType)
    case element(of: TypedExpression, index: TypedExpression)
    case sliced(TypedExpression, [TypedIndex])
    case tuple([TypedTarget])

    /// The local names that the target binds.
    public var localNames: [String] {
        switch self {
        case .local(let name, _): [name]
        case .tuple(let targets): targets.flatMap(\.localNames)
        default: []
        }
    }
}
