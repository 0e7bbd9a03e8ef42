import PythonSyntax

extension Program {
    /// What a `from_dict` does to dictionaries that others hold as well, and Swift would not do.
    func aliasProblems(_ body: [Statement], _ parameter: String) -> [FunctionProblem] {
        let changes = EntryChanges(body, parameter: parameter)
        let lost = changes.changed.sorted { $0.key < $1.key }.compactMap { name, span in
            changes.stored.contains(name)
                ? nil
                : FunctionProblem(
                    construct: "'\(name)'", span: span,
                    message: "is changed within '\(parameter)', and not put back into it",
                    hint: "dictionaries are values in Swift")
        }
        return lost
    }
}

/// Which of a parameter's entries a function holds under names of their own, and changes.
private struct EntryChanges {
    /// The names that are entries of the parameter at the current point.
    private var aliases: Set<String> = []
    /// The places where entries are changed, by the names under which they are.
    private(set) var changed: [String: SourceSpan] = [:]
    /// The names that entries of the parameter, or of what is given, are made of.
    private(set) var stored: Set<String> = []
    private let parameter: String

    init(_ body: [Statement], parameter: String) {
        self.parameter = parameter
        visit(body)
    }

    private mutating func visit(_ block: [Statement]) {
        for statement in block {
            for expression in statement.expressions { noteChanges(in: expression) }
            switch statement.kind {
            case .assign(let targets, let value):
                for target in targets { visit(target, value) }
            case .return(let value?): stored.formUnion(value.names)
            default: break
            }
            visit(statement.statements)
        }
    }

    private mutating func visit(_ target: Expression, _ value: Expression) {
        if let name = target.simpleName {
            if value.isPart(of: parameter) { aliases.insert(name) } else { aliases.remove(name) }
        }
        guard case .subscript(let base, _) = target.kind else { return }
        if base.simpleName == parameter { stored.formUnion(value.names) }
        noteChange(of: base, span: target.span)
    }

    /// `entry.pop("key")` and the like, anywhere inside.
    private mutating func noteChanges(in expression: Expression) {
        if case .call(let callee, _) = expression.kind,
            case .attribute(let base, let method) = callee.kind,
            ["pop", "update", "setdefault", "clear", "popitem"].contains(method)
        {
            noteChange(of: base, span: expression.span)
        }
        for child in expression.children { noteChanges(in: child) }
    }

    private mutating func noteChange(of base: Expression, span: SourceSpan) {
        guard let name = base.root, name != parameter, aliases.contains(name) else { return }
        changed[name] = span
    }
}

extension Expression {
    /// Whether the value is an entry of a dictionary, not a copy of one.
    func isPart(of parameter: String) -> Bool {
        switch kind {
        case .subscript(let base, _): return base.root == parameter
        case .call(let callee, _):
            guard case .attribute(let base, let method) = callee.kind else { return false }
            return ["get", "setdefault"].contains(method) && base.root == parameter
        case .boolean(.or, let operands):
            return operands.contains { $0.isPart(of: parameter) }
        default: return false
        }
    }

    /// The name at the root of `name[a][b]`.
    fileprivate var root: String? {
        if case .subscript(let base, _) = kind { return base.root }
        return simpleName
    }

    /// The names that the expression mentions.
    fileprivate var names: Set<String> {
        children.reduce(into: Set([simpleName].compactMap { $0 })) { $0.formUnion($1.names) }
    }
}
