import Operations
import PythonSyntax

/// `if isinstance(cache, (list, tuple)): return any(f(entry) for entry in cache)`: a function that some calls give a
/// list, and others an element of one. No parameter of Swift's holds both, so the calls with a list are those of a
/// function of their own, with the same body.
extension FunctionChecker {
    /// The function that a call with these arguments means.
    func variant(of callee: FunctionInfo, for arguments: [Argument]) -> FunctionInfo {
        guard let position = callee.definition.listOrElement, position < arguments.count,
            arguments[...position].allSatisfy({ $0.label == .positional })
        else { return callee }
        let isList: Bool
        switch check(arguments[position].value, quietly: true).type.unwrapped {
        case .list, .tuple: isList = true
        case .unknown, .none: return callee
        default: isList = false
        }
        if callee.passedLists.insert(isList).inserted, callee.passedLists.count > 1 {
            // What an earlier round has taken for an element may have been a list.
            callee.forget()
            program.changed = true
        }
        return isList && callee.passedLists.count > 1 ? program.listVariant(of: callee) : callee
    }
}

extension Program {
    /// What stands behind the name of a function for its variant that takes a list.
    static let listSuffix = "_of_list"
}

extension FunctionDefinition {
    /// The position of the first parameter of which the body asks whether it is a list.
    fileprivate var listOrElement: Int? {
        parameters.all.firstIndex { parameter in
            (parameter.kind == .positionalOnly || parameter.kind == .positionalOrKeyword)
                && body.contains { statement in
                    statement.contains { expression in
                        guard case .call(let callee, let arguments) = expression.kind,
                            callee.simpleName == "isinstance", arguments.count == 2,
                            arguments[0].value.simpleName == parameter.name
                        else { return false }
                        return ["list", "tuple"].contains {
                            arguments[1].value.mentions(name: $0)
                        }
                    }
                }
        }
    }
}
