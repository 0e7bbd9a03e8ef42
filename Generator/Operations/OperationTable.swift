/// What the compiler knows about names that the compiled sources do not define themselves: MLX
/// operations, `mlx.nn` layers, and the ported infrastructure of the model packages.
///
/// The rows are data (`Tables/*.yml`); they drive type inference and emission alike.
public struct OperationTable: Sendable {
    /// Functions by dotted Python name, `mlx.core.softmax`.
    public let functions: [String: Operation]
    /// Classes by dotted Python name, `mlx.nn.Linear`.
    public let classes: [String: LibraryClass]
    /// Types by Swift name: the classes again, and protocols that no constructor names.
    public let types: [String: LibraryClass]
    /// Constants by dotted Python name, `mlx.core.float32`.
    public let constants: [String: LibraryConstant]
    /// Methods of built-in Python types by type name: `array`, `str`, `list`, `dict`.
    public let builtinMethods: [String: [String: Operation]]
    /// Attributes of built-in Python types by type name.
    public let builtinAttributes: [String: [String: LibraryAttribute]]
    /// Python attribute names whose Swift name is not the plain camel-case form.
    public let names: [String: String]
}

/// A callable row.
public struct Operation: Hashable, Sendable {
    public let python: String
    public let parameters: [OperationParameter]
    public let result: ResultRule
    public let swift: [SwiftForm]
    /// Whether the Swift spelling throws.
    public let throwing: Bool

    public func parameter(named name: String) -> OperationParameter? {
        parameters.first { $0.name == name }
    }
}

public struct OperationParameter: Hashable, Sendable {
    public let name: String
    public let type: PythonType
    /// The Python default as source text, `nil` if the argument is required.
    public let defaultValue: String?
    public let isKeywordOnly: Bool
    /// `*axes`: takes all remaining positional arguments.
    public let isVariadic: Bool
}

/// How the result's type follows from the call.
public enum ResultRule: Hashable, Sendable {
    case type(PythonType)
    /// The type of the argument of this name.
    case same(as: String)
}

/// One Swift spelling: literal text, `{argument}` placeholders, `[[optional {segments}]]`.
public struct SwiftForm: Hashable, Sendable {
    /// Argument types under which this spelling applies; empty for always.
    public let conditions: [String: PythonType]
    public let template: String

    public init(conditions: [String: PythonType], template: String) {
        self.conditions = conditions
        self.template = template
    }
}

/// A class of a library: how it is made, called and read.
public struct LibraryClass: Hashable, Sendable {
    public let python: String?
    public let swiftName: String
    /// Whether instances are modules: nodes of the parameter tree.
    public let isModule: Bool
    public let initializer: Operation?
    public let call: Operation?
    public let attributes: [String: LibraryAttribute]
    public let methods: [String: Operation]
    /// Whether Swift refers to it as `any Name`.
    public let isProtocol: Bool
    /// Swift names of the protocols and classes it is also an instance of.
    public let conforms: [String]
}

public struct LibraryAttribute: Hashable, Sendable {
    public let type: PythonType
    public let swift: String
}

public struct LibraryConstant: Hashable, Sendable {
    public let type: PythonType
    public let swift: String
}
