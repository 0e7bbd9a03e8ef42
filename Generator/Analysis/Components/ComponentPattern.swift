import Foundation
import Operations
import PythonSyntax

/// A shared component as canonical Python: a class over slots (`p.heads`), with what each slot is in
/// Swift. The Swift component is written by hand to compute the same.
struct ComponentPattern {
    /// The Swift component, `StandardAttention`.
    let name: String
    /// The slots in order, with their types and default values over other slots.
    let slots: [TypedField]
    /// Class parameters of the component, with the Swift protocol that a class must conform to.
    let classParameters: [String: String]
    /// The Swift protocol of configurations, its property, and the spelling of its value.
    let configurationProtocol: String
    let property: String
    let swift: String
    /// The parameter of `__init__` that says which layer it is, if parameters hang on it.
    let layerParameter: String?
    let initializer: TypedFunction
    /// What a user of the component may call: `__call__`, or methods whose names begin with no
    /// underscore.
    let methods: [TypedFunction]
    let functions: [String: [TypedFunction]]

    /// Reads a pattern.
    ///
    /// - Throws: `Diagnostic` if the pattern itself does not type-check.
    init(_ module: ParsedModule, table: OperationTable) throws {
        let sources = PatternSources(module: module)
        let program = Program(sources: sources, table: table)
        let scope = try program.scope("pattern")
        guard let (definition, _) = scope.classes["Parameters"] else {
            throw Diagnostic(
                path: module.path, span: .synthesized, construct: "pattern",
                message: "has no class Parameters")
        }
        name = module.name.split(separator: ".").last.map(String.init) ?? module.name
        let info = program.classInfo("pattern.\(name)")!
        let own = definition.body.compactMap { statement -> (String, String)? in
            guard case .assign(let targets, let value) = statement.kind,
                case .name(let key)? = targets.first?.kind,
                case .constant(.string(let text)) = value.kind
            else { return nil }
            return (key, text)
        }
        let settings = Dictionary(own, uniquingKeysWith: { first, _ in first })
        configurationProtocol = settings["protocol"] ?? ""
        property = settings["property"] ?? ""
        swift = settings["swift"] ?? ""
        layerParameter = settings["layer"]

        program.reach(info.methods["__init__"]!)
        for method in info.methods.values { program.reach(method) }
        program.inferTypes()
        var functions: [String: [TypedFunction]] = [:]
        for function in program.reachedFunctions {
            functions[function.owner ?? "", default: []].append(
                FunctionChecker(program: program, function: function).run())
        }
        if let problem = program.diagnostics.diagnostics.first { throw problem }
        self.functions = functions
        initializer = functions["pattern.\(name)"]!.first { $0.name == "__init__" }!
        methods = functions["pattern.\(name)"]!.filter {
            $0.name == "__call__" || !$0.name.hasPrefix("_")
        }.sorted { $0.span.line < $1.span.line }

        let parameters = program.classInfo("pattern.Parameters")!
        slots = parameters.fields.map { field in
            TypedField(
                name: field.name, type: program.fieldType(field, of: parameters),
                defaultValue: nil, span: field.span)
        }
        classParameters = Dictionary(
            uniqueKeysWithValues: scope.classes.compactMap { className, entry in
                entry.definition.keywords.lazy.compactMap { keyword -> (String, String)? in
                    guard keyword.label == .keyword("conforms"),
                        case .constant(.string(let text)) = keyword.value.kind
                    else { return nil }
                    return (className, text)
                }.first
            })
        defaults = Dictionary(
            uniqueKeysWithValues: parameters.fields.compactMap { field in
                field.defaultValue.map { (field.name, $0) }
            })
    }

    /// Default values of slots, over the names of other slots.
    let defaults: [String: PythonSyntax.Expression]
}

/// The patterns of all shared components, read once.
public struct ComponentLibrary {
    let patterns: [ComponentPattern]

    /// The functions of all patterns, but for those that make a component.
    public var functions: [PatternFunction] {
        patterns.flatMap { pattern in
            ((pattern.functions["pattern.\(pattern.name)"] ?? []) + (pattern.functions[""] ?? []))
                .filter { $0.name != "__init__" }
                .map {
                    PatternFunction(
                        component: pattern.name, name: $0.name,
                        lines: $0.parameterLines + $0.body.flatMap(\.lines))
                }
        }
    }

    /// - Throws: `Diagnostic` if a pattern does not type-check, what parsing throws if it is no Python.
    public init(table: OperationTable) throws {
        guard let folder = Bundle.module.url(forResource: "Patterns", withExtension: nil) else {
            patterns = []
            return
        }
        let files = try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: nil
        )
        .filter { $0.pathExtension == "py" }.sorted { $0.path < $1.path }
        patterns = try files.map { file in
            let name = file.deletingPathExtension().lastPathComponent
            return try ComponentPattern(
                PythonParser().parse(file: file, moduleName: "pattern.\(name)"), table: table)
        }
    }
}

/// A pattern as the only module of a package of its own.
private struct PatternSources: SourceSet {
    let module: ParsedModule
    var packageName: String { "pattern" }
    func contains(module name: String) -> Bool { name == "pattern" }
    func isPackage(module: String) -> Bool { true }
    func parsed(module name: String) throws -> ParsedModule { module }
}

extension TypedFunction {
    /// What the function is given: `(x)`, at the place of the function.
    fileprivate var parameterLines: [PatternFunction.Line] {
        parameters.map { PatternFunction.Line(name: "(\($0.name))", span: span) }
    }
}

extension TypedStatement {
    /// What the statement and those inside it bind and return, in order.
    fileprivate var lines: [PatternFunction.Line] {
        let names: [String] =
            switch kind {
            case .assign(let targets, _): targets.flatMap(\.localNames)
            case .augmentedAssign(let target, _, _): target.localNames
            case .return(_?): ["return"]
            default: []
            }
        return names.map { PatternFunction.Line(name: $0, span: span) }
            + blocks.flatMap { $0.flatMap(\.lines) }
    }
}
