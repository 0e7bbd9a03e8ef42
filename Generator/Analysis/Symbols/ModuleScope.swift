import PythonSyntax

/// What a name at module level stands for.
enum Symbol: Hashable {
    /// A module, by dotted name.
    case module(String)
    /// Something defined at the top of a module that is compiled: class, function or constant.
    case definition(module: String, name: String)
    /// A name of a library, by dotted name: `mlx.core.array`.
    case external(String)
}

/// The top-level names of one Python module.
struct ModuleScope {
    private(set) var parsed: ParsedModule
    let imports: [String: Symbol]
    let classes: [String: (definition: ClassDefinition, span: SourceSpan)]
    let functions: [String: (definition: FunctionDefinition, span: SourceSpan)]
    let constants: [String: Expression]

    /// - Parameter isCompiled: whether a dotted module name belongs to the sources that are compiled.
    init(_ parsed: ParsedModule, isPackage: Bool, isCompiled: (String) -> Bool) {
        var imports: [String: Symbol] = [:]
        var classes: [String: (definition: ClassDefinition, span: SourceSpan)] = [:]
        var functions: [String: (definition: FunctionDefinition, span: SourceSpan)] = [:]
        var constants: [String: Expression] = [:]

        /// Imports inside functions; no name of a model means one thing here and another there.
        func visitImports(_ statements: [Statement]) {
            for statement in statements {
                switch statement.kind {
                case .import, .importFrom: visit([statement])
                case .function(let definition): visitImports(definition.body)
                case .if(_, let then, let otherwise): visitImports(then + otherwise)
                default: break
                }
            }
        }

        func visit(_ statements: [Statement]) {
            for statement in statements {
                switch statement.kind {
                case .import(let aliases):
                    for alias in aliases {
                        let target =
                            alias.alias == nil ? alias.name.prefix { $0 != "." } : alias.name[...]
                        imports[alias.alias ?? String(target)] = .module(String(target))
                    }
                case .importFrom(let module, let names, let level):
                    let origin = Self.resolve(
                        module: module, level: level, from: parsed.name, isPackage: isPackage)
                    for alias in names {
                        let dotted = "\(origin).\(alias.name)"
                        imports[alias.localName] =
                            if isCompiled(dotted) {
                                .module(dotted)
                            } else if isCompiled(origin) {
                                .definition(module: origin, name: alias.name)
                            } else {
                                .external(dotted)
                            }
                    }
                case .class(let definition):
                    classes[definition.name] = (definition, statement.span)
                    visitImports(definition.body)
                case .function(let definition):
                    functions[definition.name] = (definition, statement.span)
                    visitImports(definition.body)
                case .assign(let targets, let value):
                    for case .name(let name) in targets.map(\.kind) { constants[name] = value }
                case .annotatedAssign(let target, _, let value?):
                    if case .name(let name) = target.kind { constants[name] = value }
                default:
                    break
                }
            }
        }
        visit(parsed.body)
        self.parsed = parsed
        self.imports = imports
        self.classes = classes
        self.functions = functions
        self.constants = constants
    }

    /// The same names in a module of another name; what it imports is where it was.
    func renamed(_ name: String) -> ModuleScope {
        var scope = self
        scope.parsed = parsed.renamed(name)
        return scope
    }

    /// The absolute name of `from ..module import …` as seen from `importer`.
    static func resolve(module: String?, level: Int, from importer: String, isPackage: Bool)
        -> String
    {
        guard level > 0 else { return module ?? "" }
        var parts = importer.split(separator: ".").map(String.init)
        parts.removeLast(min(parts.count, isPackage ? level - 1 : level))
        if let module { parts.append(module) }
        return parts.joined(separator: ".")
    }
}
