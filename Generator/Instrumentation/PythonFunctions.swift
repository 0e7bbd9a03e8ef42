import PythonSyntax

/// A function of a Python module and what its lines bind.
struct PythonFunction: Sendable, Equatable {
    /// `RotatingKVCache._trim`, `create_causal_mask`, `ssm_attn._step`.
    let name: String
    /// In the order of the source; what the function is given comes first, as `(mask)`.
    var lines: [LineMap.PythonLine] = []
}

/// The functions of a module, in the order of the source; the recorder gives lines the same names.
func pythonFunctions(of module: ParsedModule) -> [PythonFunction] {
    var reader = FunctionReader(file: module.fileBelowModels)
    reader.read(module.body, scope: [])
    return reader.functions
}

extension ParsedModule {
    /// The file below the package's models, as the recorder has it in places: `cache.py`.
    public var fileBelowModels: String {
        let models = name.range(of: ".models.")
        let path = models.map { String(name[$0.upperBound...]) } ?? name
        return path.replacing(".", with: "/") + ".py"
    }
}

private struct FunctionReader {
    let file: String
    var functions: [PythonFunction] = []
    private var current: Int?

    init(file: String) { self.file = file }

    mutating func read(_ block: [Statement], scope: [String]) {
        for statement in block { read(statement, scope: scope) }
    }

    private mutating func read(_ statement: Statement, scope: [String]) {
        switch statement.kind {
        case .class(let definition): read(definition.body, scope: scope + [definition.name])
        case .function(let definition):
            let outer = current
            let inner = scope + [definition.name]
            functions.append(PythonFunction(name: inner.joined(separator: ".")))
            current = functions.count - 1
            for parameter in definition.parameters.all where parameter.name != "self" {
                note("(\(parameter.name))", in: statement)
            }
            read(definition.body, scope: inner)
            current = outer
        case .assign(let targets, _): for target in targets { note(target, in: statement) }
        case .annotatedAssign(let target, _, _?): note(target, in: statement)
        case .augmentedAssign(let target, _, _): note(target, in: statement)
        case .return(_?): note("return", in: statement)
        case .if(_, let then, let otherwise), .for(_, _, let then, let otherwise),
            .while(_, let then, let otherwise):
            read(then, scope: scope)
            read(otherwise, scope: scope)
        case .try(let body, let handlers, let otherwise, let finally):
            for block in [body] + handlers.map(\.body) + [otherwise, finally] {
                read(block, scope: scope)
            }
        case .with(_, let body): read(body, scope: scope)
        default: break
        }
    }

    private mutating func note(_ target: Expression, in statement: Statement) {
        switch target.kind {
        case .name(let name): note(name, in: statement)
        case .attribute(let base, let name):
            note(base.kind == .name("self") ? "self.\(name)" : ".", in: statement)
        case .subscript: note("[]", in: statement)
        case .tuple(let parts), .list(let parts): for part in parts { note(part, in: statement) }
        case .starred(let part): note(part, in: statement)
        default: break
        }
    }

    private mutating func note(_ name: String, in statement: Statement) {
        guard let current else { return }
        let place = "\(file):\(statement.span.line):\(statement.span.column)"
        functions[current].lines.append(LineMap.PythonLine(place: place, name: name))
    }
}
