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
    /// The base classes that are compiled sources.
    let bases: [ClassInfo]
    /// The base classes that the table knows and that are no modules.
    let mixins: [LibraryClass]
    /// The layer of a library that the class extends, `nn.LayerNorm`, or another class that is open, a cache.
    let extendedLayer: LibraryClass?
    /// Own and inherited methods; the nearest definition wins. An inherited method is a copy of the
    /// class's own, so that each class is a closed world.
    let methods: [String: FunctionInfo]
    /// The names of `methods` in the order of the classes that define them, base classes first.
    let methodOrder: [String]
    let fields: [DataclassField]
    /// Optional fields that `__post_init__` fills before anything else could see them.
    private(set) lazy var resolvedFields = findResolvedFields()
    /// Methods of base classes that `super().name(…)` calls although the class has its own.
    var superMethods: [String: FunctionInfo] = [:]
    /// Instance attributes in the order of their first assignment.
    var attributes: [String: AttributeInfo] = [:]
    var attributeOrder: [String] = []

    init(
        dottedName: String, moduleName: String, definition: ClassDefinition, span: SourceSpan,
        kind: Kind, bases: [ClassInfo], mixins: [LibraryClass] = [],
        extendedLayer: LibraryClass? = nil, ownMethods: [FunctionInfo], fields: [DataclassField]
    ) {
        self.extendedLayer = extendedLayer ?? bases.lazy.compactMap(\.extendedLayer).first
        self.dottedName = dottedName
        self.moduleName = moduleName
        self.definition = definition
        self.span = span
        self.kind = kind
        self.bases = bases
        self.mixins = bases.flatMap(\.mixins) + mixins
        var methods: [String: FunctionInfo] = [:]
        var order: [String] = []
        for base in bases.reversed() {
            for name in base.methodOrder {
                guard let method = base.methods[name] else { continue }
                if methods[name] == nil { order.append(name) }
                methods[name] = method.inherited(by: dottedName)
            }
        }
        for method in ownMethods {
            if methods[method.definition.name] == nil { order.append(method.definition.name) }
            methods[method.definition.name] = method
        }
        self.methods = methods
        methodOrder = order
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

extension ClassInfo {
    /// The names of the fields that the class body itself declares, other than as a base class does.
    var ownFields: Set<String> {
        Set(
            definition.body.compactMap { statement in
                guard case .annotatedAssign(let target, let annotation, let value) = statement.kind
                else { return nil }
                let isRepeated = bases.flatMap(\.fields).contains {
                    $0.name == target.simpleName && $0.annotation == annotation
                        && $0.defaultValue == value
                }
                return isRepeated ? nil : target.simpleName
            })
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
    private(set) var definition: FunctionDefinition
    let span: SourceSpan
    /// The class whose method it is, by dotted name.
    let owner: String?
    /// The class whose body defines it, from which `super()` looks on.
    let definingClass: String?
    /// Parameter types that annotations and defaults state; a call that contradicts them overrules them.
    var statedTypes: [String: PythonType] = [:]
    /// What the locals are set to, where every assignment sets the same literal.
    var localConstants: [String: StaticValue] = [:]
    var parameterTypes: [String: PythonType] = [:]
    /// Parameters that some call passes, beyond those that the border seeds.
    var passedParameters: Set<String> = []
    /// The literals that all calls pass to parameters or leave to their defaults.
    var argumentConstants: [String: StaticValue] = [:]
    /// The literal strings that calls pass to parameters, and the parameters that are passed others, too.
    var passedStrings: [String: Set<String>] = [:]
    var variesStrings: Set<String> = []
    /// The kinds of arguments that calls pass to the one parameter that the function asks for its kind.
    var passedKinds: Set<String> = []
    /// Whether calls pass lists, or anything else, to the parameter of which the body asks whether it is a list.
    var passedLists: Set<Bool> = []
    var resultType: PythonType = .unknown
    /// Types of the lists and dictionaries that the body makes empty and then fills, by name.
    var containerTypes: [String: PythonType] = [:]
    /// Parameters and locals that hold an element of a list of caches.
    var partNames: Set<String> = []
    /// What a `make_cache` makes, as soon as that is known.
    var madeCaches: CachesByPlace?
    /// The classes of which parameters and locals hold a cache, as far as its place tells; `nil` for any.
    var placedCaches: [String: Set<String?>] = [:]
    /// The `make_cache` whose list parameters and locals hold, by dotted name; `nil` for any list.
    var cacheLists: [String: Set<String?>] = [:]
    /// Where fields of configurations stand that the body sets, before anything holds a copy.
    var leadingSettings: [SourceSpan: ConfigurationSetting] = [:]
    /// The places in the tuples it gives at which elements of lists of caches stand, or `None`, and those of others.
    var returnedParts: (parts: Set<Int>, others: Set<Int>) = ([], [])
    /// Types of the instances that locals are set to.
    var heldTypes: [String: PythonType] = [:]
    /// The protocols of locals that are set to instances of different classes.
    var commonTypes: [String: PythonType] = [:]
    /// Locals that hold a whole number on one path and an array on another.
    var mixedLocals: Set<String> = []
    /// Locals that hold a number of a JSON file where Python takes an integer.
    var integerLocals: Set<String> = []
    /// The result's type by what the body returns.
    var returnedType: PythonType = .unknown
    /// The result's type where the runtime, rather than the body, decides it.
    var declaredResult: PythonType?
    var isReached = false
    /// What the last round of inference has found.
    var settled: SettledFunction?
    /// Whether the body has been checked at least once.
    var isChecked = false
    var isThrowing = false
    /// Whether the runtime itself calls it, with any input of `ModelInputs` by name.
    var isBorder = false
    /// Parameters that the runtime passes tensors for although nothing in the source says so.
    var inputs: Set<String> = []
    /// What cannot be translated, as it is known without types.
    var problems: [FunctionProblem] = []
    /// Whether some call passes keywords that are no parameters.
    var isGivenKeywords = false
    /// Whether the body takes those out of its `**kwargs` that are `None`.
    var dropsAbsentKeywords = false
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
        owner: String?, definingClass: String? = nil
    ) {
        self.definingClass = definingClass ?? owner
        self.dottedName = dottedName
        self.moduleName = moduleName
        let single = StarredTargets.resolve(
            ClassesByBranch.resolve(LoopElse.resolve(MethodsByName.resolve(definition))))
        self.definition = SplitLocals.split(PlainAssignments.resolve(single))
        self.span = span
        self.owner = owner
        let rule = owner == nil ? nil : FunctionProperties.results[definition.name]
        if !isProperty { declaredResult = rule }
    }

    /// Forgets what calls have told of the parameters.
    func forget() {
        isReached = false
        (statedTypes, parameterTypes) = ([:], [:])
        (passedParameters, argumentConstants, localConstants) = ([], [:], [:])
        (resultType, returnedType) = (.unknown, .unknown)
        settled = nil
    }

    /// Puts other statements in the place of the body's.
    func replaceBody(_ body: [Statement]) {
        let replaced = FunctionDefinition(
            name: definition.name, parameters: definition.parameters, returns: definition.returns,
            body: body, decorators: definition.decorators, isAsync: definition.isAsync)
        definition = SplitLocals.split(ClassesByBranch.resolve(replaced))
    }

    /// Puts another definition in the place of the function's.
    func replaceDefinition(_ other: FunctionDefinition) {
        definition = SplitLocals.split(ClassesByBranch.resolve(other))
    }

    /// Gives a local another name from a statement of the body on, where it gets a value of another type.
    func split(_ name: String, from index: Int) {
        definition = SplitLocals.split(definition, name, from: index)
    }

    /// The same for a statement inside of a loop or a branch, behind which nobody reads the local.
    ///
    /// Returns whether that is possible.
    func split(_ name: String, at span: SourceSpan) -> Bool {
        guard let split = SplitLocals.split(definition, name, at: span) else { return false }
        definition = split
        return true
    }

    /// The same method as one of another class's own.
    func inherited(by className: String, as name: String? = nil) -> FunctionInfo {
        let name = name ?? definition.name
        return FunctionInfo(
            dottedName: "\(className).\(name)", moduleName: moduleName,
            definition: FunctionDefinition(
                name: name, parameters: definition.parameters, returns: definition.returns,
                body: definition.body, decorators: definition.decorators,
                isAsync: definition.isAsync),
            span: span, owner: className, definingClass: definingClass)
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

    /// Whether there is a `*args` parameter.
    var takesAnyPositional: Bool {
        definition.parameters.all.contains { $0.kind == .variadic }
    }
}
