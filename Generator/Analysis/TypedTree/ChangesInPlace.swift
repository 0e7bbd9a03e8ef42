import Operations

/// What changes a list or dictionary in place, as the typed tree shows it.
extension TypedCall {
    /// The lists and dictionaries that the call changes in place.
    public var changedArguments: [TypedExpression] {
        switch callee {
        case .builtin(let name):
            Self.changingMethods.contains(name) ? [argument("self")].compactMap { $0 } : []
        case .operation(let operation):
            [operation.changes.flatMap { argument($0) }].compactMap { $0 }
        default: arguments.filter(\.isChanged).map(\.value)
        }
    }

    /// The methods of built-in types that change their object.
    private static let changingMethods: Set<String> = [
        "dict.pop", "json.pop", "dict.setdefault", "json.setdefault", "json.update",
        "dict.update", "dict.clear",
        "list.append", "list.extend", "list.pop", "list.clear",
        "set.add", "set.clear",
    ]
}

extension PythonType {
    /// Whether Swift holds values of the type by reference, so that changing one needs no variable.
    public var isReference: Bool {
        switch unwrapped {
        case .instance: true
        case .library(let name): name != "RoPEScaling"
        default: false
        }
    }

    /// Whether the type is one whose values Python changes in place and Swift copies.
    var isCopiedContainer: Bool {
        switch unwrapped {
        case .list, .dictionary, .set, .json, .library("RoPEScaling"): true
        default: false
        }
    }
}

extension TypedExpression {
    /// The list or dictionary that changes with an element of the expression: `rows` for `rows[i][j] = x`.
    var changedContainer: TypedExpression? {
        guard type.isCopiedContainer else { return nil }
        guard case .element(let base, _) = kind else { return self }
        return base.changedContainer
    }
}

extension TypedStatement {
    /// The lists and dictionaries that the statement itself changes in place, other than by calls of functions of
    /// the sources.
    var changedContainers: [TypedExpression] {
        var changed: [TypedExpression] = []
        switch kind {
        case .assign(let targets, _): changed += targets.flatMap(\.changedContainers)
        case .augmentedAssign(.local(let name, let type), _, _):
            // `x += [y]` adds to the list that others hold as well.
            let local = TypedExpression(.local(name), type, span: span)
            changed += [local.changedContainer].compactMap { $0 }
        case .augmentedAssign(let target, _, _): changed += target.changedContainers
        default: break
        }
        for expression in expressions {
            _ = expression.contains {
                if case .call(let call) = $0.kind {
                    changed += call.changedArguments.compactMap(\.changedContainer)
                }
                return false
            }
        }
        return changed
    }
}

extension TypedTarget {
    fileprivate var changedContainers: [TypedExpression] {
        switch self {
        case .element(let base, _), .sliced(let base, _):
            [base.changedContainer].compactMap { $0 }
        case .tuple(let targets): targets.flatMap(\.changedContainers)
        case .local, .attribute, .member, .libraryMember: []
        }
    }
}
