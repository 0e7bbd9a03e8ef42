import PythonSyntax

extension [Statement] {
    /// The names that statements of the block and its inner blocks bind.
    var assignedNames: Set<String> {
        reduce(into: []) { names, statement in
            switch statement.kind {
            case .assign(let targets, _):
                for target in targets { names.formUnion(target.boundNames) }
            case .annotatedAssign(let target, _, _), .augmentedAssign(let target, _, _):
                names.formUnion(target.boundNames)
            case .for(let target, _, let body, let otherwise):
                names.formUnion(target.boundNames)
                names.formUnion((body + otherwise).assignedNames)
            case .if(_, let then, let otherwise), .while(_, let then, let otherwise):
                names.formUnion((then + otherwise).assignedNames)
            default: break
            }
        }
    }

    /// Names that functions, classes, `try`, `with` and walruses inside mention: their order is not
    /// that of the statements.
    var untouchableNames: Set<String> {
        reduce(into: ["_"]) { names, statement in
            switch statement.kind {
            case .function, .class, .try, .with, .delete, .global, .nonlocal, .match:
                names.formUnion(statement.mentionedNames)
            case .if(let test, let then, let otherwise), .while(let test, let then, let otherwise):
                names.formUnion(test.walrusNames)
                names.formUnion((then + otherwise).untouchableNames)
            case .for(_, let iterable, let body, let otherwise):
                names.formUnion(iterable.walrusNames)
                names.formUnion((body + otherwise).untouchableNames)
            default:
                for expression in statement.expressions { names.formUnion(expression.walrusNames) }
            }
        }
    }
}

extension Statement {
    fileprivate var mentionedNames: Set<String> {
        var names = expressions.reduce(into: Set<String>()) { $0.formUnion($1.mentionedNames) }
        for statement in statements { names.formUnion(statement.mentionedNames) }
        if case .function(let function) = kind { names.insert(function.name) }
        if case .match(_, let cases) = kind {
            for choice in cases { names.formUnion(choice.pattern.boundNames) }
        }
        return names
    }
}

extension Expression {
    fileprivate var mentionedNames: Set<String> {
        var names = children.reduce(into: Set<String>()) { $0.formUnion($1.mentionedNames) }
        if case .name(let name) = kind { names.insert(name) }
        if case .named(let name, _) = kind { names.insert(name) }
        return names
    }

    fileprivate var walrusNames: Set<String> {
        var names = children.reduce(into: Set<String>()) { $0.formUnion($1.walrusNames) }
        if case .named(let name, _) = kind { names.insert(name) }
        return names
    }
}
