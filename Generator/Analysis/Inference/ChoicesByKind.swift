import Operations
import PythonSyntax

/// `def _pair(self, x): return x if isinstance(x, tuple) else (x, x)`: a function that does no more than asking of what
/// kind its one argument is. Where calls pass numbers and tuples, each call is what the function does with its argument,
/// as no parameter of Swift's holds both.
extension FunctionChecker {
    /// What such a call gives; `nil` for any other.
    func chosenByKind(
        _ callee: FunctionInfo, _ arguments: [Argument], receiver: TypedExpression? = nil
    ) -> TypedExpression? {
        guard callee.moduleName == module, receiver == nil || receiver?.kind == .selfObject,
            callee.parameters.count == 1, let parameter = callee.parameters.first,
            parameter.defaultValue == nil, arguments.count == 1,
            arguments[0].label == .positional, arguments[0].value.isNameOrAttributePath,
            !callee.isProperty, callee.keywordsName == nil, !callee.takesAnyPositional,
            let choice = callee.definition.choice(of: parameter.name),
            let kind = check(arguments[0].value, quietly: true).type.kindOfArgument
        else { return nil }
        if callee.passedKinds.insert(kind).inserted, callee.passedKinds.count > 1 {
            // What an earlier round has taken for a call reaches nothing.
            callee.isReached = false
            program.changed = true
        }
        guard callee.passedKinds.count > 1 else { return nil }
        return check(
            choice.rewritten { expression in
                expression.simpleName == parameter.name ? arguments[0].value : nil
            })
    }
}

extension FunctionDefinition {
    /// The one value that the function gives, if it asks of what kind a parameter is and reads nothing else.
    fileprivate func choice(of parameter: String) -> Expression? {
        let body = body.withoutDocstring
        let value: Expression
        if body.count == 1, case .return(let chosen?) = body[0].kind {
            value = chosen
        } else {
            guard body.count == 2, case .if(let test, let then, let otherwise) = body[0].kind,
                otherwise.isEmpty, then.count == 1, case .return(let first?) = then[0].kind,
                case .return(let second?) = body[1].kind
            else { return nil }
            value = Expression(
                .conditional(test: test, then: first, otherwise: second), span: test.span)
        }
        guard case .conditional(let test, _, _) = value.kind,
            case .call(let callee, let arguments) = test.kind, callee.simpleName == "isinstance",
            arguments.first?.value.simpleName == parameter,
            value.readNames.isSubset(of: Self.kinds.union([parameter]))
        else { return nil }
        return value
    }

    private static let kinds: Set<String> = [
        "isinstance", "tuple", "list", "int", "float", "str", "bool",
    ]
}

extension Expression {
    fileprivate var readNames: Set<String> {
        children.reduce(into: Set([simpleName].compactMap { $0 })) { $0.formUnion($1.readNames) }
    }
}

extension PythonType {
    fileprivate var kindOfArgument: String? {
        switch self {
        case .integer, .float, .boolean: "number"
        case .list, .tuple: "sequence"
        default: nil
        }
    }
}
