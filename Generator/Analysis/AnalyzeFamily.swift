import Operations
import PythonSyntax

/// What a family's definition tells the analysis.
public struct FamilySources: Hashable, Sendable {
    public let name: String
    /// Dotted names of the modules that are translated, in order.
    public let modules: [String]
    /// The module that has the entry class.
    public let entryModule: String
    /// The class that is the model: `Model`, which the package's loader takes, or a part of it.
    public let entryClass: String
    /// The types of fields whose annotations are wrong, by the fields' dotted names.
    public let fieldTypes: [String: PythonType]
    /// What the tensors are like that the runtime passes beside the tokens, by name.
    public let inputs: [String: ArrayFacts]
    /// Whether the package's generation calls `model.language_model`, rather than the model itself.
    public let callsLanguageModel: Bool

    public init(
        name: String, modules: [String], entryModule: String, entryClass: String = "Model",
        fieldTypes: [String: PythonType] = [:], inputs: [String: ArrayFacts] = [:],
        callsLanguageModel: Bool = true
    ) {
        self.name = name
        self.modules = modules
        self.entryModule = entryModule
        self.entryClass = entryClass
        self.fieldTypes = fieldTypes
        self.inputs = inputs
        self.callsLanguageModel = callsLanguageModel
    }
}

/// The result of an analysis: the typed family, and what the compiler has to say.
public struct FamilyAnalysis: Sendable {
    public let family: TypedFamily
    public let diagnostics: [Diagnostic]

    public init(family: TypedFamily, diagnostics: [Diagnostic]) {
        self.family = family
        self.diagnostics = diagnostics
    }
}

/// Infers the types of everything that the runtime reaches in a family.
///
/// - Parameters:
///   - companions: families that share code with this one; they are analysed together, so that the
///     shared code has one translation.
///   - reachesEverything: whether code that the runtime never reaches is analysed as well, for a
///     count of what a translation of every line would be.
/// - Throws: `Diagnostic` where the family has no entry; what parsing throws.
public func analyzeFamily(
    _ family: FamilySources, companions: [FamilySources] = [], sources: some SourceSet,
    table: OperationTable, components: ComponentLibrary, reachesEverything: Bool = false
) throws -> FamilyAnalysis {
    let members = ([family] + companions).sorted { $0.name < $1.name }
    var inferred = try inferTypes(
        of: family, among: members, Program(sources: sources, table: table),
        reachesEverything: reachesEverything)
    while inferred.hasNewPremises {
        // What rested on a keyword that is no tensor, on a wrong annotation or on an early guess is found again without.
        let program = Program(sources: sources, table: table)
        program.otherKeywords = inferred.program.otherKeywords
        program.statedFields = inferred.program.statedFields
        program.overruledParameters = inferred.program.overruledParameters
        program.presentParameters = inferred.program.presentParameters
        program.refutedPremises = inferred.program.refutedPremises
        inferred = try inferTypes(
            of: family, among: members, program, reachesEverything: reachesEverything)
    }
    let (program, entries) = (inferred.program, inferred.entries)

    var functions: [String: TypedFunction] = [:]
    let listed = Set(members.flatMap(\.modules))
    for function in program.reachedFunctions {
        program.reportOutsider(function, modules: listed)
        let settled = program.check(function)
        for diagnostic in settled.diagnostics { program.diagnostics.report(diagnostic) }
        functions[function.dottedName] = settled.function
    }
    program.markChangedParameters(in: &functions)
    program.markChangingMethods(in: &functions)
    let matching = ComponentMatching(
        program: program, functions: functions, patterns: components.patterns)
    // Of configurations only those that something uses.
    let dataclasses = reachesEverything ? nil : program.usedDataclasses
    let own = try family.modules.map {
        try program.typedModule($0, functions: functions, dataclasses: dataclasses)
    }
    let others = try (listed.subtracting(family.modules) + program.borrowedModules(besides: listed))
        .map {
            try program.typedModule($0, functions: functions, dataclasses: program.usedDataclasses)
        }
    let related = others.filter {
        !$0.classes.isEmpty || !$0.functions.isEmpty || !$0.constants.isEmpty
    }
    .sorted { $0.parsed.name < $1.parsed.name }
    let routes = try matching.match((own + related).flatMap(\.classes).map(\.dottedName))
    return FamilyAnalysis(
        family: TypedFamily(
            name: family.name, modules: own, related: related, entry: entries[family.name]!,
            relatedEntries: companions.compactMap { entries[$0.name] },
            components: routes.matches, mismatches: routes.mismatches,
            requirements: program.settledRequirements(of: functions.values)),
        diagnostics: inferred.unavailable + program.diagnostics.diagnostics)
}

/// What inference over a family and those that share code with it has found.
private struct InferredFamilies {
    let program: Program
    let entries: [String: FamilyEntry]
    /// Why companions are left out.
    let unavailable: [Diagnostic]
    /// Whether keywords turned out to be no tensors on the way, or annotations to be wrong.
    let hasNewPremises: Bool
}

private func inferTypes(
    of family: FamilySources, among members: [FamilySources], _ program: Program,
    reachesEverything: Bool
) throws -> InferredFamilies {
    program.reloadsParts = family.callsLanguageModel
    for member in members {
        program.statedFields.merge(member.fieldTypes) { own, _ in own }
        program.inputFacts.merge(member.inputs) { $0.joined(with: $1) }
    }
    program.inputFacts["input_ids"] = ArrayFacts(kind: .whole, rank: 2)
    program.inputFacts.merge(FamilyBorder.sizes) { stated, _ in stated }
    for module in members.flatMap(\.modules) { _ = try program.scope(module) }
    program.fractions = program.truncatedFactors(in: members.flatMap(\.modules))
    var entries: [String: FamilyEntry] = [:]
    var unavailable: [Diagnostic] = []
    let known = (
        program.otherKeywords, program.statedFields, program.overruledParameters,
        program.presentParameters
    )
    for member in members {
        do {
            let border = try FamilyBorder(member, program: program)
            border.seed(program)
            entries[member.name] = border.entry
        } catch let problem as Diagnostic where member.name != family.name {
            unavailable.append(problem)
        }
    }
    if reachesEverything { try program.reachEverything(in: family.modules) }
    program.inferTypes()
    program.revisePremises()
    return InferredFamilies(
        program: program, entries: entries, unavailable: unavailable,
        hasNewPremises: (
            program.otherKeywords, program.statedFields, program.overruledParameters,
            program.presentParameters
        ) != known)
}

extension Program {
    /// Reaches every method of every class of some modules.
    fileprivate func reachEverything(in modules: [String]) throws {
        for module in modules {
            for name in try scope(module).classes.keys.sorted() {
                let methods = classInfo("\(module).\(name)")?.methods.values.sorted {
                    $0.span.line < $1.span.line
                }
                for method in methods ?? [] where !method.isSetter { reach(method) }
            }
        }
    }

    /// Whether a module is part of a family, whose code another family may use.
    func isFamilyModule(_ name: String) -> Bool {
        if name.split(separator: ".").count > 3 { return true }
        return (try? scope(name).classes["Model"]) != nil
    }

    /// The modules of other families whose functions, classes or configurations are used.
    fileprivate func borrowedModules(besides listed: Set<String>) -> [String] {
        let code = reachedFunctions.map { function in
            function.owner.flatMap { classInfo($0)?.moduleName } ?? function.moduleName
        }
        let configurations = usedDataclasses.compactMap { classInfo($0)?.moduleName }
        return Set(code + configurations).filter { !listed.contains($0) && isFamilyModule($0) }
            .sorted()
    }

    /// The dataclasses that are read from files: the models' configurations and what is in them, and those that the
    /// code decodes.
    private var decodedDataclasses: Set<String> {
        dataclasses(in: decodedClasses.union(entryConfigurations).sorted().map { .instance($0) })
    }

    /// The dataclasses that parameters, fields and attributes of the reached code mention.
    fileprivate var usedDataclasses: Set<String> {
        var types = decodedClasses.union(constructedClasses).sorted().map {
            PythonType.instance($0)
        }
        for function in reachedFunctions {
            // What is always None needs no type.
            types +=
                function.parameterTypes.filter {
                    function.argumentConstants[$0.key] != .constant(.none)
                }.values
            if let owner = function.owner, classInfo(owner)?.kind == .dataclass {
                types.append(.instance(owner))
            }
        }
        return dataclasses(in: types)
    }

    /// Reaches what the configurations that are read from files do when they are made.
    private func reachPostInitializers() {
        for name in decodedDataclasses.sorted() {
            guard let method = classInfo(name)?.methods["__post_init__"], !method.isReached else {
                continue
            }
            reach(method)
            changed = true
        }
    }

    /// The dataclasses that types mention, with those of their fields.
    private func dataclasses(in types: [PythonType]) -> Set<String> {
        var names: Set<String> = []
        func visit(_ type: PythonType) {
            switch type {
            case .instance(let name):
                guard let info = classInfo(name), info.kind == .dataclass,
                    names.insert(name).inserted
                else { return }
                for field in info.fields { visit(fieldType(field, of: info)) }
                if composedClasses.contains(name) {
                    for base in info.bases { visit(.instance(base.dottedName)) }
                }
            case .optional(let inner), .list(let inner), .set(let inner): visit(inner)
            case .tuple(let elements): for element in elements { visit(element) }
            case .either(let names): for name in names { visit(.instance(name)) }
            case .dictionary(let key, let value):
                visit(key)
                visit(value)
            default: break
            }
        }
        for type in types { visit(type) }
        return names
    }

    /// Code outside of families becomes no part of the Swift: what reaches it cannot be compiled.
    fileprivate func reportOutsider(_ function: FunctionInfo, modules: Set<String>) {
        let module = function.owner.flatMap { classInfo($0)?.moduleName } ?? function.moduleName
        guard !modules.contains(module), !isFamilyModule(module),
            let scope = try? scope(function.moduleName)
        else { return }
        diagnostics.report(
            Diagnostic(
                path: scope.parsed.path, span: function.span, construct: "'\(function.dottedName)'",
                message: "is used by the family but defined outside its modules",
                hint:
                    "port it and add a row to Generator/Operations/Tables, or list its module in the definition"
            ))
    }

    /// Repeats rounds over all reached functions until no round learns anything.
    func inferTypes() {
        let passedFromOutside = passed.absent
        repeatRounds(from: passedFromOutside)
        // What an early round has put into lists is found again, with all that is known now.
        let guessed = reachedFunctions.filter { $0.forgetAbsentElements() }
        for function in guessed { function.settled = nil }
        if !guessed.isEmpty { repeatRounds(from: passedFromOutside) }
        diagnostics.removeAll()
    }

    private func repeatRounds(from passedFromOutside: Set<String>) {
        for _ in 0..<20 {
            changed = false
            passed.absent = passedFromOutside
            for name in decodedDataclasses {
                if let method = classInfo(name)?.methods["from_dict"] { reach(method) }
            }
            reachPostInitializers()
            for function in reachedFunctions { passed.join(check(function).passed) }
            let hasNewFacts = settleFacts()
            if !changed && !hasNewFacts { break }
        }
    }

    /// Infers the types of a function, unless nothing was learned since that was last done.
    fileprivate func check(_ function: FunctionInfo) -> SettledFunction {
        if let settled = function.settled, settled.learned == learned { return settled }
        let (learnedBefore, others) = (learned, (passed, diagnostics.diagnostics))
        passed = PassedValues()
        diagnostics.removeAll()
        let typed = FunctionChecker(program: self, function: function).run()
        let settled = SettledFunction(
            function: typed, passed: passed, diagnostics: diagnostics.diagnostics,
            learned: learnedBefore)
        function.settled = settled
        passed = others.0
        diagnostics.removeAll()
        for diagnostic in others.1 { diagnostics.report(diagnostic) }
        return settled
    }

    /// A module's reached classes and functions.
    ///
    /// - Parameter dataclasses: the configurations that are needed; all if `nil`.
    func typedModule(
        _ name: String, functions: [String: TypedFunction], dataclasses: Set<String>? = nil
    ) throws -> TypedModule {
        let scope = try scope(name)
        let classes = scope.classes.keys.compactMap { className -> TypedClass? in
            guard let info = classInfo("\(name).\(className)") else { return nil }
            let isReached = info.methods.values.contains {
                $0.isReached && $0.owner == info.dottedName
            }
            let isNeeded =
                info.kind == .dataclass ? dataclasses?.contains(info.dottedName) ?? true : isReached
            return isNeeded
                ? typedClass(info, functions: functions) : nil
        }
        return TypedModule(
            parsed: scope.parsed, classes: classes.sorted { $0.span.line < $1.span.line },
            functions: scope.functions.keys.flatMap { function in
                ["", Self.listSuffix].compactMap { functions["\(name).\(function)\($0)"] }
            }.sorted { ($0.span.line, $0.name) < ($1.span.line, $1.name) },
            constants: constants.values.filter { $0.module == name }.sorted {
                $0.span.line < $1.span.line
            })
    }

    private func typedClass(_ info: ClassInfo, functions: [String: TypedFunction]) -> TypedClass {
        let reads = readAttributes[info.dottedName] ?? []
        let writes = reassignedAttributes[info.dottedName] ?? []
        return TypedClass(
            name: info.definition.name, dottedName: info.dottedName, moduleName: info.moduleName,
            span: info.span,
            kind: info.kind == .module ? .module : info.kind == .dataclass ? .dataclass : .plain,
            attributes: info.attributeOrder.compactMap { name in
                info.attributes[name].map {
                    TypedAttribute(
                        name: name, type: $0.type, presence: $0.presence,
                        conditions: nil, isRead: reads.contains(name),
                        isReassigned: writes.contains(name), isOfModule: info.kind == .module)
                }
            },
            fields: info.fields.compactMap { field in
                let type = fieldType(field, of: info)
                let usual = field.defaultValue.map { checker(in: info.moduleName).check($0) }
                if case .tuple = field.defaultValue?.kind,
                    [.string, .integer, .float, .boolean].contains(type)
                {
                    // `name: str = ("a",)`, a comma too many: what reads the field would fail without the file's
                    // value, which has to be there.
                    return reads.contains(field.name)
                        ? TypedField(
                            name: field.name, type: type, defaultValue: nil, span: field.span)
                        : nil
                }
                // Files have one number where several are stated (`eos_token_id`); nobody reads which.
                let isLoose = type == .optional(.list(.integer)) && !reads.contains(field.name)
                return TypedField(
                    name: field.name, type: isLoose ? .optional(.json) : type, defaultValue: usual,
                    span: field.span)
            },
            methods: (info.methodOrder.compactMap { info.methods[$0] }
                + info.superMethods.values.sorted { $0.dottedName < $1.dottedName })
                .filter { $0.isReached && $0.owner == info.dottedName }
                .compactMap { functions[$0.dottedName] },
            conformances: (conformances[info.dottedName] ?? []).sorted(),
            base: composedClasses.contains(info.dottedName) ? info.bases.first?.dottedName : nil,
            ownFields: info.ownFields, extendedLayer: info.extendedLayer?.swiftName,
            namedAttributes: (namedAttributes[info.dottedName] ?? []).sorted(),
            passesArguments: info.passesArguments,
            isConstructed: constructedClasses.contains(info.dottedName),
            isDecoded: !constructedClasses.contains(info.dottedName)
                || decodedDataclasses.contains(info.dottedName)
        ).withSettledPresence().withStaticHelpers(among: functions.values)
    }
}
