import Operations
import PythonSyntax

/// The compiled sources as far as they have been needed: scopes, classes and functions by name.
final class Program {
    let sources: any SourceSet
    let table: OperationTable
    let diagnostics = DiagnosticSink()
    private var scopes: [String: ModuleScope] = [:]
    private(set) var classes: [String: ClassInfo] = [:]
    private var functions: [String: FunctionInfo] = [:]
    private var localFunctions: [String: FunctionInfo] = [:]
    /// The names under which the tables know symbols, as far as that was asked.
    private var libraryNames: [String: String?] = [:]
    /// The types of configurations' fields that definitions state where the annotations are wrong, by the
    /// fields' dotted names.
    var statedFields: [String: PythonType] = [:]
    /// Names of integer fields of configurations that hold fractions.
    var fractions: Set<String> = []
    /// Fields that are optional because configurations that are passed to the same code have them so, as
    /// `class.field`.
    var optionalFields: Set<String> = []
    /// Keys of `**kwargs` that are used as no tensor is, so that the runtime passes none; by function.
    var otherKeywords: [String: Set<String>] = [:]
    /// Parameters that are passed tuples although annotated as arrays, as `function.parameter`.
    var overruledParameters: Set<String> = []
    /// Parameters to which nothing passes `None`, by the inference before this one, as `function.parameter`.
    var presentParameters: Set<String> = []
    /// Such parameters to which something did after all.
    var refutedPremises: Set<String> = []
    /// What is known of the tensors that the runtime passes, by name.
    var inputFacts: [String: ArrayFacts] = [:]
    /// What the round before has found of the arrays that are passed to parameters, as `function.parameter`.
    var argumentFacts: [String: ArrayFacts] = [:]
    /// What the current round finds of what is passed to parameters.
    var passed = PassedValues()
    /// Whether the current round of inference learned something.
    var changed = false {
        didSet { if changed { learned += 1 } }
    }
    /// How often something was learned so far.
    private(set) var learned = 0
    /// Attributes that reached code reads, by class.
    var readAttributes: [String: Set<String>] = [:]
    /// The functions that read an attribute, by its name and by class.
    var fieldReaders: [String: [String: Set<String>]] = [:]
    /// Attributes that code outside the class reads, by class.
    var outsideReads: [String: Set<String>] = [:]
    /// Constants of modules and class bodies that reached code reads, by dotted name.
    var constants: [String: TypedConstant] = [:]
    /// Configurations that the code decodes from JSON values.
    var decodedClasses: Set<String> = []
    /// The attributes that `setattr` sets by names which callers pass, by class.
    var namedAttributes: [String: Set<String>] = [:]
    /// Whether the package's loader decodes parts of a model's configuration itself, after `from_dict`.
    var reloadsParts = false
    /// The configurations of the models themselves.
    var entryConfigurations: Set<String> = []
    /// The models themselves, which the runtime makes.
    var entryModels: Set<String> = []
    /// Dataclasses of which the code makes instances itself.
    var constructedClasses: Set<String> = []
    /// Configurations that are passed on as the ones they extend.
    var composedClasses: Set<String> = []
    /// Attributes that are always set to the same literal, by `class.attribute`.
    var attributeValues: [String: StaticValue] = [:]
    /// The types of the values that an attribute is set to, by `class.attribute`.
    var heldTypes: [String: Set<PythonType>] = [:]
    /// The branches of `__init__` that make an instance of a class an attribute, by `class.attribute` and
    /// class.
    var branches: [String: [String: Set<[BranchFact]>]] = [:]
    /// What code asks of values that are instances of one of several classes.
    var requirements: [[String]: LayerRequirements] = [:]
    /// Attributes that hold a number of a JSON file where Python takes an integer, as `class.attribute`.
    var integerAttributes: Set<String> = []
    /// Classes of layers that are called with arguments of their own beside those of the call, by a name with these.
    var partialClasses: [String: (className: String, arguments: [Argument])] = [:]
    /// Attributes that stand for functions of the sources, by `class.attribute`.
    var functionAttributes: [String: Symbol] = [:]
    /// Library classes of which the family makes instances, by Swift name.
    var madeClasses: Set<String> = []
    /// Classes of the family's own that extend one of the library which is no layer, of those that it makes instances of.
    var madeObjects: Set<String> = []
    /// The `make_cache` of the models.
    var cacheFactories: [FunctionInfo] = []
    /// The types that are passed to a list of caches, or its like, as its parts.
    var partTypes: Set<PythonType> = []
    /// Whether a list of arrays may be an array of rows in Python.
    var takesRowsForLists = false
    /// Whether tuples of `None` stand for lists of caches that are absent.
    var hasAbsentTuples = false
    /// Attributes that methods other than `__init__` assign, by class.
    var reassignedAttributes: [String: Set<String>] = [:]

    /// The shared modules that families borrow, by the names that they have there.
    var borrowedOrigins: [String: String] = [:]
    /// Whether a module is one that families share, as far as that was asked: the disk tells.
    var sharedModules: [String: Bool] = [:]

    init(sources: any SourceSet, table: OperationTable) {
        self.sources = sources
        self.table = table
    }

    func scope(_ module: String) throws -> ModuleScope {
        if let scope = scopes[module] { return scope }
        if let origin = borrowedOrigins[module] {
            let scope = try self.scope(origin).renamed(module)
            scopes[module] = scope
            return scope
        }
        let scope = ModuleScope(
            try sources.parsed(module: module), isPackage: sources.isPackage(module: module),
            isCompiled: sources.contains(module:))
        scopes[module] = scope
        return scope
    }

    /// The modules that have been asked for so far.
    var readScopes: [ModuleScope] { Array(scopes.values) }

    /// What a name at the top of a module stands for, followed through re-exports.
    func resolve(_ name: String, in module: String) -> Symbol? {
        borrow(definition(of: name, in: module), by: module)
    }

    /// What a name at the top of a module stands for where it is defined.
    private func definition(of name: String, in module: String) -> Symbol? {
        guard let scope = try? scope(module) else { return nil }
        if scope.classes[name] != nil || scope.functions[name] != nil
            || scope.constants[name] != nil
        {
            // What a borrowed module has beside may be ported.
            if let origin = borrowedOrigins[module] {
                let ported = Symbol.definition(module: origin, name: name)
                if libraryName(of: ported) != nil { return ported }
            }
            return .definition(module: module, name: name)
        }
        guard let symbol = scope.imports[name] else { return nil }
        if case .definition(let origin, let original) = symbol {
            return libraryName(of: symbol) != nil
                ? symbol : definition(of: original, in: origin) ?? symbol
        }
        return symbol
    }

    /// What a dotted expression (`mx.fast.rope`, `cache.KVCache`) stands for, if its root is no local.
    func resolve(_ expression: Expression, in module: String) -> Symbol? {
        switch expression.kind {
        case .name(let name):
            return resolve(name, in: module)
        case .attribute(let base, let name):
            switch resolve(base, in: module) {
            case .module(let dotted):
                let inner = "\(dotted).\(name)"
                if sources.contains(module: dotted) {
                    return sources.contains(module: inner)
                        ? .module(inner) : borrow(resolve(name, in: dotted), by: module)
                }
                return .external(inner)
            case .external(let dotted):
                return .external("\(dotted).\(name)")
            default:
                return nil
            }
        default:
            return nil
        }
    }

    /// The name under which the tables may know a symbol: full, or without the package in front.
    func libraryName(of symbol: Symbol) -> String? {
        let dotted: String
        switch symbol {
        case .external(let name): dotted = name
        case .definition(let module, let name): dotted = "\(module).\(name)"
        case .module: return nil
        }
        if let known = libraryNames[dotted] { return known }
        let name = libraryName(ofDotted: dotted)
        libraryNames[dotted] = .some(name)
        return name
    }

    private func libraryName(ofDotted dotted: String) -> String? {
        let prefix = sources.packageName + "."
        let candidates =
            dotted.hasPrefix(prefix) ? [dotted, String(dotted.dropFirst(prefix.count))] : [dotted]
        return candidates.first {
            table.functions[$0] != nil || table.classes[$0] != nil || table.constants[$0] != nil
                || table.staticMethod($0) != nil
        }
    }

    /// The class of a dotted name of the compiled sources.
    func classInfo(_ dotted: String) -> ClassInfo? {
        if let known = classes[dotted] { return known }
        guard let dot = dotted.lastIndex(of: ".") else { return nil }
        let module = String(dotted[..<dot])
        let name = String(dotted[dotted.index(after: dot)...])
        guard let scope = try? scope(module), let (definition, span) = scope.classes[name] else {
            return nil
        }
        let info = makeClass(definition, span: span, name: dotted, module: module)
        classes[dotted] = info
        return info
    }

    func functionInfo(_ dotted: String) -> FunctionInfo? {
        if let known = functions[dotted] { return known }
        guard let dot = dotted.lastIndex(of: ".") else { return nil }
        let module = String(dotted[..<dot])
        let name = String(dotted[dotted.index(after: dot)...])
        guard let scope = try? scope(module), let (definition, span) = scope.functions[name] else {
            return nil
        }
        let info = FunctionInfo(
            dottedName: dotted, moduleName: module, definition: definition, span: span, owner: nil)
        functions[dotted] = info
        return info
    }

    /// The same function for calls that pass a list where others pass an element of one.
    func listVariant(of function: FunctionInfo) -> FunctionInfo {
        let name = function.dottedName + Self.listSuffix
        if let known = functions[name] { return known }
        let definition = function.definition
        let info = FunctionInfo(
            dottedName: name, moduleName: function.moduleName,
            definition: FunctionDefinition(
                name: definition.name + Self.listSuffix, parameters: definition.parameters,
                returns: definition.returns, body: definition.body,
                decorators: definition.decorators, isAsync: definition.isAsync),
            span: function.span, owner: nil)
        functions[name] = info
        return info
    }

    /// Protocols that classes of the sources are used through, by class.
    private(set) var conformances: [String: Set<String>] = [:]

    /// Notes that a class is used through a layer protocol: its call takes one array.
    func conform(_ className: String, to name: String) {
        if conformances[className, default: []].insert(name).inserted { changed = true }
        guard let call = classInfo(className)?.methods["__call__"],
            let input = call.parameters.first
        else { return }
        reach(call)
        let known = call.parameterTypes[input.name] ?? .unknown
        call.parameterTypes[input.name] = known.joined(with: .array) ?? known
        noteFacts(ArrayFacts(), of: input.name, in: call)
        if let expected = table.types[name]?.call?.parameters, name != "RotaryEmbedding" {
            for (parameter, requirement) in zip(call.parameters, expected).dropFirst() {
                noteArgument(parameter.name, of: call, .varying)
                widen(parameter.name, of: call, with: requirement.type)
                noteFacts(ArrayFacts(), of: parameter.name, in: call)
            }
        }
        if name == "RotaryEmbedding", let offset = call.parameters.last {
            noteArgument(offset.name, of: call, .varying)
            widen(offset.name, of: call, with: .integer)
        }
    }

    /// A function inside another one, by the outer function's name and its own.
    func localFunction(
        _ definition: FunctionDefinition, in outer: FunctionInfo, span: SourceSpan
    ) -> FunctionInfo {
        let name = "\(outer.dottedName).<locals>.\(definition.name)"
        if let known = localFunctions[name] { return known }
        let info = FunctionInfo(
            dottedName: name, moduleName: outer.moduleName, definition: definition, span: span,
            owner: nil)
        localFunctions[name] = info
        return info
    }

    /// All functions and methods that some reached code calls.
    var reachedFunctions: [FunctionInfo] {
        let methods = classes.values.flatMap { info in
            Array(info.methods.values) + info.superMethods.values
        }
        return (methods + functions.values).filter(\.isReached).sorted {
            ($0.moduleName, $0.span.line, $0.dottedName)
                < ($1.moduleName, $1.span.line, $1.dottedName)
        }
    }

    private func makeClass(
        _ definition: ClassDefinition, span: SourceSpan, name: String, module: String
    ) -> ClassInfo {
        var bases: [ClassInfo] = []
        var mixins: [LibraryClass] = []
        var extendedLayer: LibraryClass?
        var kind = ClassInfo.Kind.plain
        for expression in definition.bases {
            guard let symbol = resolve(expression, in: module) else { continue }
            if let library = libraryName(of: symbol) {
                guard let row = table.classes[library] else { continue }
                if row.isModule { kind = .module } else { mixins.append(row) }
                if row.isOpen, row.initializer != nil { extendedLayer = row }
            } else if case .definition(let origin, let original) = symbol,
                let info = classInfo("\(origin).\(original)")
            {
                bases.append(info)
                if kind != .module { kind = info.kind }
            }
        }
        if definition.decorators.contains(where: { $0.isDataclassDecorator }) { kind = .dataclass }
        if kind == .plain, definition.keepsState {
            extendedLayer = table.classes["models.cache._BaseCache"]
        }

        let setsTraining = definition.body.contains { $0.assigns(attribute: "training") }
        var methods: [FunctionInfo] = []
        var fields: [DataclassField] = []
        for field in bases.reversed().flatMap(\.fields) {
            fields.removeAll { $0.name == field.name }
            fields.append(field)
        }
        for statement in definition.body {
            switch statement.kind {
            case .function(let written):
                let function = written.namedAsSetter
                if kind == .module, isFailingProperty(function, of: definition, in: module) {
                    continue
                }
                let plain = refusingPropertyCalls(function, in: module)
                let own = PrefillPolicy.resolve(FunctionProperties.resolve(plain))
                let adopted = adoptedMethod(own, module: module)
                let method = adopted?.definition ?? own
                methods.append(
                    FunctionInfo(
                        dottedName: "\(name).\(function.name)",
                        moduleName: adopted?.module ?? module,
                        definition: kind == .module && !setsTraining
                            ? TrainingBranches.removed(from: method) : method,
                        span: adopted?.span ?? statement.span, owner: name))
            case .annotatedAssign(let target, let annotation, let value):
                guard case .name(let field) = target.kind else { continue }
                let new = DataclassField(
                    name: field, annotation: annotation,
                    defaultValue: value.flatMap(\.fieldDefault), span: statement.span)
                if let index = fields.firstIndex(where: { $0.name == field }) {
                    fields[index] = new
                } else {
                    fields.append(new)
                }
            default:
                break
            }
        }
        return ClassInfo(
            dottedName: name, moduleName: module, definition: definition, span: span, kind: kind,
            bases: bases, mixins: mixins, extendedLayer: extendedLayer, ownMethods: methods,
            fields: fields)
    }

    /// `def m(self, a): return Other.m(self, a)` takes over the other class's method as its own.
    private func adoptedMethod(
        _ function: FunctionDefinition, module: String
    ) -> (definition: FunctionDefinition, span: SourceSpan, module: String)? {
        let body = function.body.withoutDocstring
        guard body.count == 1, case .return(let value?) = body[0].kind,
            case .call(let callee, let arguments) = value.kind,
            case .attribute(let owner, let name) = callee.kind,
            case .definition(let origin, let className)? = resolve(owner, in: module),
            let (definition, _) = try? scope(origin).classes[className],
            arguments.map(\.value.kind) == function.parameters.all.map({ .name($0.name) })
        else { return nil }
        for statement in definition.body {
            guard case .function(let defined) = statement.kind, defined.name == name else {
                continue
            }
            let other = FunctionProperties.resolve(defined)
            if other.parameters.all.count == function.parameters.all.count {
                return (other, statement.span, origin)
            }
        }
        return nil
    }
}

extension Statement {
    /// Whether the statement or one inside it sets an attribute of some object.
    fileprivate func assigns(attribute name: String) -> Bool {
        if case .function(let function) = kind {
            return function.body.contains { $0.assigns(attribute: name) }
        }
        if case .assign(let targets, _) = kind,
            targets.contains(where: {
                if case .attribute(_, name) = $0.kind { true } else { false }
            })
        {
            return true
        }
        return statements.contains { $0.assigns(attribute: name) }
    }
}

extension Expression {
    /// The default of a dataclass field: the value, or what `field(default=…)` and
    /// `field(default_factory=…)` say.
    fileprivate var fieldDefault: Expression? {
        guard case .call(let callee, let arguments) = kind, callee.lastComponent == "field" else {
            return self
        }
        for argument in arguments {
            switch argument.label {
            case .keyword("default"): return argument.value
            case .keyword("default_factory"):
                switch argument.value.kind {
                case .lambda(let parameters, let body) where parameters.all.isEmpty: return body
                case .name("list"): return Expression(.list([]), span: span)
                case .name("dict"): return Expression(.dictionary([]), span: span)
                default:
                    return Expression(
                        .call(function: argument.value, arguments: []), span: argument.value.span)
                }
            default: continue
            }
        }
        return nil
    }

    /// `@dataclass` or `@dataclass(…)`.
    var isDataclassDecorator: Bool {
        switch kind {
        case .name("dataclass"): true
        case .attribute(_, "dataclass"): true
        case .call(let function, _): function.isDataclassDecorator
        default: false
        }
    }
}

extension [Statement] {
    /// The statements after a leading docstring.
    var withoutDocstring: [Statement] {
        if case .expression(let expression)? = first?.kind,
            case .constant(.string) = expression.kind
        {
            return Array(dropFirst())
        }
        return self
    }
}
