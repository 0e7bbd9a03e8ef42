import Operations
import PythonSyntax

/// `callable(value)`: decided by the value's type, or asked of the value as far as that is.
extension FunctionChecker {
    /// The test, `nil` where nothing tells whether the value can be called.
    func checkCallable(_ arguments: [Argument], span: SourceSpan) -> TypedExpression? {
        func known(_ outcome: Bool) -> TypedExpression {
            TypedExpression(.constant(.boolean(outcome)), .boolean, span: span)
        }
        guard arguments.count == 1 else { return nil }
        if let (object, name) = arguments[0].value.attributeAskedFor {
            return checkCallable(check(object), named: name, span: span)
                ?? isCallable(check(arguments[0].value, quietly: true).type).map(known)
        }
        let value = check(arguments[0].value)
        if case .optional(let inner) = value.type, isCallable(inner) == true {
            return TypedExpression(.isNone(value, negated: true), .boolean, span: span)
        }
        return isCallable(value.type).map(known)
    }

    /// `callable(getattr(cache, "can_skip", None))`: whether the value is of a class that has such a method.
    private func checkCallable(
        _ value: TypedExpression, named name: String, span: SourceSpan
    ) -> TypedExpression? {
        let owners: [ClassInfo?]
        switch value.type.unwrapped {
        case .instance(let className): owners = [program.classInfo(className)]
        case .library(let type)
        where program.table.attribute(name, of: type) == nil
            && program.table.method(name, of: type) == nil:
            guard let holders = program.holders(of: name, under: type) else { return nil }
            owners = holders.map { holder in
                if case .instance(let own) = holder { program.classInfo(own) } else { nil }
            }
        default: return nil
        }
        guard
            owners.allSatisfy({ info in
                info?.methods[name].map { !$0.isProperty && !$0.isStatic } == true
            })
        else { return nil }
        let named = TypedExpression(.constant(.string(name)), .string, span: span)
        return checkHasAttribute([value, named], span: span)
    }

    /// Whether values of a type can be called; `nil` where some can.
    private func isCallable(_ type: PythonType) -> Bool? {
        switch type {
        case .none, .array, .integer, .float, .boolean, .string, .list, .tuple, .dictionary, .set:
            false
        case .optional(let inner): isCallable(inner) == false ? false : nil
        case .function, .classObject: true
        case .instance(let name):
            program.classInfo(name).map { $0.kind == .module || $0.methods["__call__"] != nil }
        default: nil
        }
    }

    /// `callable(getattr(cache, "can_skip", None))` as the `hasattr` that it is where only methods have the name.
    func presenceTest(forCallable arguments: [Argument]) -> Expression? {
        guard arguments.count == 1,
            let (object, name) = arguments[0].value.attributeAskedFor
        else { return nil }
        let span = arguments[0].value.span
        return Expression(
            .call(
                function: Expression(.name("hasattr"), span: span),
                arguments: [
                    Argument(.positional, object),
                    Argument(
                        .positional, Expression(.constant(.string(name)), span: span)),
                ]), span: span)
    }
}

extension Expression {
    /// The object and the name of `getattr(object, "name", None)`.
    var attributeAskedFor: (object: Expression, name: String)? {
        guard case .call(let callee, let arguments) = kind, callee.simpleName == "getattr",
            arguments.map(\.label) == [.positional, .positional, .positional],
            case .constant(.string(let name)) = arguments[1].value.kind,
            arguments[2].value.kind == .constant(.none)
        else { return nil }
        return (arguments[0].value, name)
    }
}
