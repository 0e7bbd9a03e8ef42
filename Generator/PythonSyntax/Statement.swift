/// A Python statement with its place in the source. Equality is structural, as for `Expression`.
public struct Statement: Hashable, Sendable {
    public let kind: StatementKind
    public let span: SourceSpan

    public init(_ kind: StatementKind, span: SourceSpan = .synthesized) {
        self.kind = kind
        self.span = span
    }

    public static func == (left: Statement, right: Statement) -> Bool { left.kind == right.kind }
    public func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}

/// The forms of Python statements, as CPython's `ast` names them.
public indirect enum StatementKind: Hashable, Sendable {
    case expression(Expression)
    /// `a = b = value` has two targets.
    case assign(targets: [Expression], value: Expression)
    case annotatedAssign(target: Expression, annotation: Expression, value: Expression?)
    case augmentedAssign(target: Expression, BinaryOperator, value: Expression)
    case `return`(Expression?)
    case `if`(test: Expression, then: [Statement], otherwise: [Statement])
    case `for`(target: Expression, iterable: Expression, body: [Statement], otherwise: [Statement])
    case `while`(test: Expression, body: [Statement], otherwise: [Statement])
    case `break`
    case `continue`
    case pass
    case assert(test: Expression, message: Expression?)
    case raise(exception: Expression?, cause: Expression?)
    case `try`(
        body: [Statement], handlers: [ExceptionHandler], otherwise: [Statement],
        finally: [Statement])
    case with(items: [WithItem], body: [Statement])
    case function(FunctionDefinition)
    case `class`(ClassDefinition)
    case `import`([ImportAlias])
    /// `from ..module import names`; `level` counts the leading dots.
    case importFrom(module: String?, names: [ImportAlias], level: Int)
    case delete([Expression])
    case global([String])
    case nonlocal([String])
    case match(subject: Expression, cases: [MatchCase])
    /// A node that no model is expected to use (`async for`, …), by its `ast` class name.
    case other(String)
}

public struct ExceptionHandler: Hashable, Sendable {
    public let type: Expression?
    public let name: String?
    public let body: [Statement]

    public init(type: Expression?, name: String?, body: [Statement]) {
        self.type = type
        self.name = name
        self.body = body
    }
}

public struct WithItem: Hashable, Sendable {
    public let context: Expression
    public let target: Expression?

    public init(context: Expression, target: Expression?) {
        self.context = context
        self.target = target
    }
}

public struct ImportAlias: Hashable, Sendable {
    public let name: String
    public let alias: String?

    /// The name under which the import is known in the importing module.
    public var localName: String { alias ?? name }

    public init(name: String, alias: String?) {
        self.name = name
        self.alias = alias
    }
}

public struct FunctionDefinition: Hashable, Sendable {
    public let name: String
    public let parameters: Parameters
    public let returns: Expression?
    public let body: [Statement]
    public let decorators: [Expression]
    public let isAsync: Bool

    public init(
        name: String, parameters: Parameters, returns: Expression?, body: [Statement],
        decorators: [Expression], isAsync: Bool = false
    ) {
        self.name = name
        self.parameters = parameters
        self.returns = returns
        self.body = body
        self.decorators = decorators
        self.isAsync = isAsync
    }
}

public struct ClassDefinition: Hashable, Sendable {
    public let name: String
    public let bases: [Expression]
    /// `class C(Base, metaclass=M)`: the keyword arguments.
    public let keywords: [Argument]
    public let body: [Statement]
    public let decorators: [Expression]

    public init(
        name: String, bases: [Expression], keywords: [Argument], body: [Statement],
        decorators: [Expression]
    ) {
        self.name = name
        self.bases = bases
        self.keywords = keywords
        self.body = body
        self.decorators = decorators
    }
}

/// The parameters of a function or lambda, in the order in which Python lists them.
public struct Parameters: Hashable, Sendable {
    public let all: [Parameter]

    public init(_ all: [Parameter] = []) { self.all = all }
}

public struct Parameter: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case positionalOnly
        case positionalOrKeyword
        /// `*args`
        case variadic
        case keywordOnly
        /// `**kwargs`
        case keywords
    }
    public let name: String
    public let kind: Kind
    public let annotation: Expression?
    public let defaultValue: Expression?
    public let span: SourceSpan

    public init(
        name: String, kind: Kind, annotation: Expression? = nil, defaultValue: Expression? = nil,
        span: SourceSpan = .synthesized
    ) {
        self.name = name
        self.kind = kind
        self.annotation = annotation
        self.defaultValue = defaultValue
        self.span = span
    }

    public static func == (left: Parameter, right: Parameter) -> Bool {
        left.name == right.name && left.kind == right.kind && left.annotation == right.annotation
            && left.defaultValue == right.defaultValue
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(kind)
    }
}
