import Operations
import PythonSyntax

/// A family after analysis: what translation turns into Swift.
public struct TypedFamily: Sendable {
    public let name: String
    /// The Python modules of the family, in the order in which its definition lists them.
    public let modules: [TypedModule]
    /// Modules of other families whose classes this one uses, and of those that share them.
    public let related: [TypedModule]
    /// Dotted names of the classes of the border.
    public let entry: FamilyEntry
    /// The borders of the families that are analysed together with this one.
    public let relatedEntries: [FamilyEntry]
    /// Components that stand in for classes, by the class's dotted name.
    public let components: [String: ComponentMatch]
    /// For classes that no component matched: the closest component and the first difference.
    public let mismatches: [String: [ComponentMismatch]]
    /// What is asked of layers that are instances of one of several classes, by the classes' names.
    public let requirements: [[String]: LayerRequirements]

    /// The family with every class to be translated literally.
    public var withoutComponents: TypedFamily {
        TypedFamily(
            name: name, modules: modules, related: related, entry: entry,
            relatedEntries: relatedEntries, components: [:], mismatches: [:],
            requirements: requirements)
    }

    /// The same group as another of its families has it; `nil` where not all of that family's modules are in it.
    ///
    /// - Parameter modules: the dotted names of that family's modules, in the order of its definition.
    public func seen(from member: String, modules names: [String]) -> TypedFamily? {
        let modules = Dictionary(uniqueKeysWithValues: allModules.map { ($0.parsed.name, $0) })
        let own = names.compactMap { modules[$0] }
        guard own.count == names.count, let entry = entries.first(where: { $0.family == member })
        else { return nil }
        return TypedFamily(
            name: member, modules: own,
            related: allModules.filter { !names.contains($0.parsed.name) }
                .sorted { $0.parsed.name < $1.parsed.name },
            entry: entry,
            relatedEntries: entries.filter { $0.family != member }.sorted { $0.family < $1.family },
            components: components, mismatches: mismatches, requirements: requirements)
    }

    /// Every typed class by dotted name.
    public var classes: [String: TypedClass] {
        Dictionary(
            uniqueKeysWithValues: allModules.flatMap(\.classes).map { ($0.dottedName, $0) })
    }

    /// The family's own modules and those of others.
    public var allModules: [TypedModule] { modules + related }

    /// The borders of the family and of those analysed with it.
    public var entries: [FamilyEntry] { [entry] + relatedEntries }
}

/// The classes at which the runtime enters a family.
public struct FamilyEntry: Hashable, Sendable {
    /// The family's name.
    public let family: String
    /// `Model`, by dotted name.
    public let model: String
    /// The class of `model.language_model`; `nil` for the one-file families of mlx-lm.
    public let languageModel: String?
    /// The configuration that `Model` takes.
    public let configuration: String
    /// The parts whose own `sanitize` the package's loader applies after `Model`'s, in its order.
    public let sanitizers: [Sanitizer]

    /// An attribute of `Model` with the class of its value, by dotted name.
    public struct Sanitizer: Hashable, Sendable {
        public let attribute: String
        public let part: String
    }
}

public struct TypedModule: Sendable {
    public let parsed: ParsedModule
    /// Reached classes in source order.
    public let classes: [TypedClass]
    public let functions: [TypedFunction]
    /// Lists and dictionaries that the reached code reads, in source order.
    public let constants: [TypedConstant]

    /// The name of the family that the module belongs to.
    public var family: String { Self.family(of: parsed.name) }

    /// `llama` for `mlx_vlm.models.llama.language` and for `mlx_lm.models.llama`.
    public static func family(of module: String) -> String {
        let parts = module.split(separator: ".")
        return parts.count > 2 ? String(parts[2]) : module
    }

    public var shortName: String {
        parsed.name.split(separator: ".").last.map(String.init) ?? parsed.name
    }

    /// The file's name, `language.py`.
    public var fileName: String {
        parsed.path.split(separator: "/").last.map(String.init) ?? parsed.path
    }
}

/// A list or dictionary at the top of a module or of a class body.
public struct TypedConstant: Hashable, Sendable {
    /// Its dotted name.
    public let name: String
    /// The module in which it stands.
    public let module: String
    public let value: TypedExpression
    public let span: SourceSpan
}

public struct TypedClass: Sendable {
    public enum Kind: Hashable, Sendable { case module, dataclass, plain }

    public let name: String
    public let dottedName: String
    public let moduleName: String
    public let span: SourceSpan
    public let kind: Kind
    /// Attributes that `self.… =` assigns, in the order of their first assignment.
    public let attributes: [TypedAttribute]
    public let fields: [TypedField]
    public let methods: [TypedFunction]
    /// Protocols that it is used through.
    public let conformances: [String]
    /// The configuration that this one extends, where it is passed on as that one.
    public let base: String?
    /// Names of the fields that the class itself declares.
    public let ownFields: Set<String>
    /// The Swift name of the layer of a library that the class extends.
    public let extendedLayer: String?
    /// The attributes that `setattr` sets by names which only run time tells.
    public let namedAttributes: [String]
    /// Whether the initialiser hands all arguments on to that of the layer which the class extends.
    public let passesArguments: Bool
    /// Whether the code makes instances itself, of a dataclass.
    public let isConstructed: Bool
    /// Whether instances are read from files, of a dataclass.
    public let isDecoded: Bool

    public func method(_ name: String) -> TypedFunction? { methods.first { $0.name == name } }
    public func attribute(_ name: String) -> TypedAttribute? {
        attributes.first { $0.name == name }
    }

    /// The class with other methods or attributes.
    func with(methods: [TypedFunction]? = nil, attributes: [TypedAttribute]? = nil) -> TypedClass {
        TypedClass(
            name: name, dottedName: dottedName, moduleName: moduleName, span: span, kind: kind,
            attributes: attributes ?? self.attributes, fields: fields,
            methods: methods ?? self.methods, conformances: conformances,
            base: base, ownFields: ownFields, extendedLayer: extendedLayer,
            namedAttributes: namedAttributes, passesArguments: passesArguments,
            isConstructed: isConstructed,
            isDecoded: isDecoded)
    }
}

public struct TypedAttribute: Hashable, Sendable {
    public let name: String
    public let type: PythonType
    public let presence: Presence
    /// The tests under which `__init__` gives it a value; `nil` if it always does, or no test tells.
    public let conditions: [SettledTest]?
    /// Whether any reached code reads it (beyond `__init__`).
    public let isRead: Bool
    /// Whether a method other than `__init__` assigns it.
    public let isReassigned: Bool
    /// Whether it is one of a module, whose arrays and modules are found by its name.
    public let isOfModule: Bool

    /// The attribute with what the branches of `__init__` tell.
    func with(presence: Presence? = nil, conditions: [SettledTest]) -> TypedAttribute {
        TypedAttribute(
            name: name, type: type, presence: presence ?? self.presence,
            conditions: conditions.isEmpty ? nil : conditions, isRead: isRead,
            isReassigned: isReassigned, isOfModule: isOfModule)
    }
}

public struct TypedField: Hashable, Sendable {
    public let name: String
    public let type: PythonType
    public let defaultValue: TypedExpression?
    public let span: SourceSpan
}

public struct TypedFunction: Hashable, Sendable {
    public let name: String
    public let parameters: [TypedParameter]
    public let result: PythonType
    public let body: [TypedStatement]
    public let isProperty: Bool
    public let isStatic: Bool
    public let isThrowing: Bool
    /// Whether it changes its object, which Swift holds by value.
    public let isChanging: Bool
    /// How `mx.compile` decorates it; `nil` if it does not.
    public let compilation: Compilation?
    public let span: SourceSpan
    /// The file of a base class's method that the class inherits, `llama/language.py`.
    public let definedIn: String?

    /// A function that the engine compiles.
    public enum Compilation: Hashable, Sendable {
        /// `@mx.compile`: once for each combination of shapes.
        case byShape
        /// `@partial(mx.compile, shapeless=True)`
        case shapeless
    }

    public init(
        name: String, parameters: [TypedParameter], result: PythonType, body: [TypedStatement],
        isProperty: Bool, isStatic: Bool, isThrowing: Bool, isChanging: Bool = false,
        compilation: Compilation? = nil, span: SourceSpan, definedIn: String? = nil
    ) {
        self.name = name
        self.parameters = parameters
        self.result = result
        self.body = body
        self.isProperty = isProperty
        self.isStatic = isStatic
        self.isThrowing = isThrowing
        self.isChanging = isChanging
        self.compilation = compilation
        self.span = span
        self.definedIn = definedIn
    }
}

public struct TypedParameter: Hashable, Sendable {
    public let name: String
    public let type: PythonType
    public let defaultValue: TypedExpression?
    /// Whether the source reads it out of `**kwargs`.
    public let isTakenFromKeywords: Bool
    /// Whether the function changes it in place, and a caller sees that.
    public let isChanged: Bool

    public init(
        name: String, type: PythonType, defaultValue: TypedExpression?,
        isTakenFromKeywords: Bool = false, isChanged: Bool = false
    ) {
        self.name = name
        self.type = type
        self.defaultValue = defaultValue
        self.isTakenFromKeywords = isTakenFromKeywords
        self.isChanged = isChanged
    }

    /// The parameter as one whose changes a caller sees.
    var changed: TypedParameter {
        TypedParameter(
            name: name, type: type, defaultValue: defaultValue,
            isTakenFromKeywords: isTakenFromKeywords, isChanged: true)
    }
}
