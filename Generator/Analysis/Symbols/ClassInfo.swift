import Operations
import PythonSyntax

/// What analysis knows about a class of the compiled sources.
final class ClassInfo {
    enum Kind {
        /// A subclass of `nn.Module`.
        case module
        /// A dataclass, with its fields in order.
        case dataclass
        case plain
    }

    let dottedName: String
    let moduleName: String
    let definition: ClassDefinition
    let span: SourceSpan
    let kind: Kind
    /// The base class, if it is one of the compiled sources.
    let base: ClassInfo?
    /// The base classes that the table knows and that are no modules.
    let mixins: [LibraryClass]
    /// Own and inherited methods; the nearest definition wins.
    let methods: [String: FunctionInfo]
    let fields: [DataclassField]
    /// Instance attributes in the order of their first assignment.
    var attributes: [String: AttributeInfo] = [:]
    var attributeOrder: [String] = []

    init(
        dottedName: String, moduleName: String, definition: ClassDefinition, span: SourceSpan,
        kind: Kind, base: ClassInfo?, mixins: [LibraryClass] = [], ownMethods: [FunctionInfo],
        fields: [DataclassField]
    ) {
        self.dottedName = dottedName
        self.moduleName = moduleName
        self.definition = definition
        self.span = span
        self.kind = kind
        self.base = base
        self.mixins = (base?.mixins ?? []) + mixins
        var methods = base?.methods ?? [:]
        for method in ownMethods { methods[method.definition.name] = method }
        self.methods = methods
        self.fields = fields
    }

    /// Widens the attribute's type by another assignment. Returns whether that changed anything.
    func assign(_ name: String, type: PythonType, span: SourceSpan, presence: Presence) -> Bool {
        guard let known = attributes[name] else {
            attributes[name] = AttributeInfo(type: type, span: span, presence: presence)
            attributeOrder.append(name)
            return true
        }
        let joined = known.type.joined(with: type) ?? known.type
        guard joined != known.type else { return false }
        attributes[name]?.type = joined
        return true
    }
}

/// An instance attribute as its assignments show it.
struct AttributeInfo: Hashable {
    var type: PythonType
    let span: SourceSpan
    let presence: Presence
}

/// When an attribute exists.
public enum Presence: Hashable, Sendable {
    case always
    /// Assigned in `__init__` only where this test holds (or fails, if `negated`).
    case when(Expression, negated: Bool)
}

/// A field of a dataclass.
struct DataclassField: Hashable {
    let name: String
    let annotation: Expression
    let defaultValue: Expression?
    let span: SourceSpan
}

/// What analysis knows about a function or method of the compiled sources.
final class FunctionInfo {
    let dottedName: String
    let moduleName: String
    let definition: FunctionDefinition
    let span: SourceSpan
    /// The class whose method it is, by dotted name.
    let owner: String?
    var parameterTypes: [String: PythonType] = [:]
    /// Parameters that some call passes, beyond those that the border seeds.
    var passedParameters: Set<String> = []
    var resultType: PythonType = .unknown
    /// Types of the lists and dictionaries that the body makes empty and then fills, by name.
    var containerTypes: [String: PythonType] = [:]
    /// The result's type where the runtime, rather than the body, decides it.
    var declaredResult: PythonType?
    var isReached = false
    var isThrowing = false
    /// Whether the runtime itself calls it, with any input of `ModelInputs` by name.
    var isBorder = false
    /// The keys of `**kwargs` that the body reads or forwards, as added parameters.
    var keywordParameters: [Parameter] = []

    var isProperty: Bool {
        definition.decorators.contains { $0.kind == .name("property") }
    }
    var isStatic: Bool {
        definition.decorators.contains { $0.kind == .name("staticmethod") }
    }

    init(
        dottedName: String, moduleName: String, definition: FunctionDefinition, span: SourceSpan,
        owner: String?
    ) {
        self.dottedName = dottedName
        self.moduleName = moduleName
        self.definition = SplitLocals.split(definition)
        self.span = span
        self.owner = owner
    }

    /// The parameters without `self`, `*args` and `**kwargs`, with the keys that `**kwargs` brings.
    var parameters: [Parameter] {
        let own = definition.parameters.all.dropFirst(owner == nil || isStatic ? 0 : 1)
            .filter { $0.kind != .variadic && $0.kind != .keywords }
        return Array(own) + keywordParameters
    }

    /// The name of the `**kwargs` parameter.
    var keywordsName: String? {
        definition.parameters.all.first { $0.kind == .keywords }?.name
    }
}
