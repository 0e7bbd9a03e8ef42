import Operations
import PythonSyntax

/// What a family's definition tells the analysis.
public struct FamilySources: Sendable {
    public let name: String
    /// Dotted names of the modules that are translated, in order.
    public let modules: [String]
    /// The module that has the entry class.
    public let entryModule: String
    /// The class that is the model: `Model`, which the package's loader takes, or a part of it.
    public let entryClass: String
    /// Whether the package's generation calls `model.language_model`, rather than the model itself.
    public let callsLanguageModel: Bool

    public init(
        name: String, modules: [String], entryModule: String, entryClass: String = "Model",
        callsLanguageModel: Bool = true
    ) {
        self.name = name
        self.modules = modules
        self.entryModule = entryModule
        self.entryClass = entryClass
        self.callsLanguageModel = callsLanguageModel
    }
}

/// The result of an analysis: the typed family, and what the compiler has to say.
public struct FamilyAnalysis: Sendable {
    public let family: TypedFamily
    public let diagnostics: [Diagnostic]
}

/// Infers the types of everything that the runtime reaches in a family.
///
/// - Parameter reachesEverything: whether code that the runtime never reaches is analysed as well, for
///   a count of what a translation of every line would be.
/// - Throws: `Diagnostic` where the family has no entry; what parsing throws.
public func analyzeFamily(
    _ family: FamilySources, sources: some SourceSet, table: OperationTable,
    components: ComponentLibrary, reachesEverything: Bool = false
) throws -> FamilyAnalysis {
    let program = Program(sources: sources, table: table)
    for module in family.modules { _ = try program.scope(module) }
    let border = try FamilyBorder(family, program: program)
    border.seed(program)
    if reachesEverything { try program.reachEverything(in: family.modules) }
    program.inferTypes()

    var functions: [String: TypedFunction] = [:]
    for function in program.reachedFunctions {
        program.reportOutsider(function, modules: family.modules)
        functions[function.dottedName] = FunctionChecker(program: program, function: function).run()
    }
    let matching = ComponentMatching(
        program: program, functions: functions, patterns: components.patterns)
    let reached = try family.modules.map { try program.typedModule($0, functions: functions) }
    let routes = try matching.match(reached.flatMap(\.classes).map(\.dottedName))
    return FamilyAnalysis(
        family: TypedFamily(
            name: family.name, modules: reached, entry: border.entry, components: routes.matches,
            mismatches: routes.mismatches),
        diagnostics: program.diagnostics.diagnostics)
}

extension Program {
    /// Reaches every method of every class of some modules.
    fileprivate func reachEverything(in modules: [String]) throws {
        for module in modules {
            for name in try scope(module).classes.keys.sorted() {
                let methods = classInfo("\(module).\(name)")?.methods.values.sorted {
                    $0.span.line < $1.span.line
                }
                for method in methods ?? [] { reach(method) }
            }
        }
    }

    /// Code of other modules becomes no part of the family's Swift: what reaches it cannot be compiled.
    fileprivate func reportOutsider(_ function: FunctionInfo, modules: [String]) {
        guard !modules.contains(function.moduleName), let scope = try? scope(function.moduleName)
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
        for _ in 0..<20 {
            changed = false
            for function in reachedFunctions {
                _ = FunctionChecker(program: self, function: function).run()
            }
            if !changed { break }
        }
        diagnostics.removeAll()
    }

    /// A module's reached classes and functions.
    func typedModule(_ name: String, functions: [String: TypedFunction]) throws -> TypedModule {
        let scope = try scope(name)
        let classes = scope.classes.keys.compactMap { className -> TypedClass? in
            guard let info = classInfo("\(name).\(className)") else { return nil }
            let isReached = info.methods.values.contains {
                $0.isReached && $0.owner == info.dottedName
            }
            return isReached || info.kind == .dataclass
                ? typedClass(info, functions: functions) : nil
        }
        return TypedModule(
            parsed: scope.parsed, classes: classes.sorted { $0.span.line < $1.span.line },
            functions: scope.functions.keys.compactMap { functions["\(name).\($0)"] }.sorted {
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
                        isRead: reads.contains(name), isReassigned: writes.contains(name))
                }
            },
            fields: info.fields.map { field in
                let checker = FunctionChecker(
                    program: self,
                    function: FunctionInfo(
                        dottedName: info.dottedName, moduleName: info.moduleName,
                        definition: FunctionDefinition(
                            name: info.definition.name, parameters: Parameters(), returns: nil,
                            body: [],
                            decorators: []),
                        span: info.span, owner: nil))
                return TypedField(
                    name: field.name, type: fieldType(field, of: info),
                    defaultValue: field.defaultValue.map { checker.check($0) }, span: field.span)
            },
            methods: info.definition.body.compactMap { statement in
                guard case .function(let definition) = statement.kind,
                    let method = info.methods[definition.name], method.isReached,
                    method.owner == info.dottedName
                else { return nil }
                return functions[method.dottedName]
            },
            conformances: (conformances[info.dottedName] ?? []).sorted())
    }
}
