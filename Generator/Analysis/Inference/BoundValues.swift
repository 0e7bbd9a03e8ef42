import PythonSyntax

/// What a statement sets a name to.
enum BoundValue {
    case whole(Expression)
    /// Each of the rows of an array or list, in a loop; one of them where it is taken apart.
    case row(of: Expression)
    /// A part of each of the rows.
    case part(ofRows: Expression)
    case other

    /// Whether the value is made of a name.
    func mentions(_ name: String) -> Bool {
        switch self {
        case .whole(let value), .row(let value), .part(let value): value.mentions(name: name)
        case .other: false
        }
    }
}

extension [Statement] {
    /// What the block, and those inside it, set a name to; numbers that are taken out of an array are none.
    func values(of name: String) -> [BoundValue] {
        flatMap { statement -> [BoundValue] in
            switch statement.kind {
            case .assign(let targets, let value):
                return targets.flatMap { $0.values(of: name, setTo: value) }
            case .annotatedAssign(let target, _, let value?):
                return target.simpleName == name ? [.whole(value)] : []
            case .augmentedAssign(let target, _, _):
                return target.boundNames.contains(name) ? [.other] : []
            case .for(let target, let iterable, _, _):
                return target.values(of: name, goingThrough: iterable)
                    + statement.statements.values(of: name)
            default: return statement.statements.values(of: name)
            }
        }
    }

    /// What the block, and those inside it, append to a list.
    func values(appendedTo list: String) -> [Expression] {
        flatMap { statement -> [Expression] in
            guard case .expression(let expression) = statement.kind,
                case .call(let callee, let arguments) = expression.kind,
                case .attribute(let base, "append") = callee.kind, base.simpleName == list
            else { return statement.statements.values(appendedTo: list) }
            return arguments.map(\.value)
        }
    }

    /// Whether a list gets elements otherwise than one by one, or has another name.
    func changesOtherwise(_ list: String) -> Bool {
        contains { statement in
            switch statement.kind {
            case .assign(let targets, let value):
                if value.simpleName == list || targets.contains(where: { $0.isPlace(in: list) }) {
                    return true
                }
            case .augmentedAssign(let target, _, _):
                if target.simpleName == list || target.isPlace(in: list) { return true }
            case .expression(let expression):
                if case .call(let callee, _) = expression.kind,
                    case .attribute(let base, let method) = callee.kind, base.simpleName == list,
                    ["extend", "insert"].contains(method)
                {
                    return true
                }
            default: break
            }
            return statement.statements.changesOtherwise(list)
        }
    }
}

extension Expression {
    /// What an assignment to the target sets a name to.
    fileprivate func values(of name: String, setTo value: Expression) -> [BoundValue] {
        if simpleName == name { return value.takesNumbersOut ? [] : [.whole(value)] }
        guard boundNames.contains(name) else { return [] }
        guard let targets = unpackedTargets, !targets.contains(where: \.isStarred) else {
            return [.other]
        }
        if let parts = value.unpackedTargets, parts.count == targets.count,
            !parts.contains(where: \.isStarred)
        {
            return zip(targets, parts).flatMap { $0.values(of: name, setTo: $1) }
        }
        if value.takesNumbersOut { return [] }
        return targets.contains { $0.simpleName == name } ? [.row(of: value)] : [.other]
    }

    /// What a loop with the target sets a name to.
    fileprivate func values(of name: String, goingThrough iterable: Expression) -> [BoundValue] {
        if simpleName == name { return [.row(of: iterable)] }
        guard boundNames.contains(name) else { return [] }
        guard let targets = unpackedTargets, !targets.contains(where: \.isStarred) else {
            return [.other]
        }
        if case .call(let callee, let arguments) = iterable.kind {
            switch callee.simpleName {
            case "zip" where arguments.count == targets.count:
                return zip(targets, arguments).flatMap {
                    $0.values(of: name, goingThrough: $1.value)
                }
            case "enumerate" where targets.count == 2 && !arguments.isEmpty:
                return targets[1].values(of: name, goingThrough: arguments[0].value)
            default: break
            }
        }
        return targets.contains { $0.simpleName == name } ? [.part(ofRows: iterable)] : [.other]
    }

    private var isStarred: Bool { if case .starred = kind { true } else { false } }

    /// `list[i]`, `list[i][j]`
    fileprivate func isPlace(in list: String) -> Bool {
        guard case .subscript(let base, _) = kind else { return false }
        return base.simpleName == list || base.isPlace(in: list)
    }

    /// `x.item()`, `x.tolist()`
    var takesNumbersOut: Bool {
        guard case .call(let callee, let arguments) = kind, arguments.isEmpty,
            case .attribute(_, let name) = callee.kind
        else { return false }
        return ["item", "tolist"].contains(name)
    }
}
