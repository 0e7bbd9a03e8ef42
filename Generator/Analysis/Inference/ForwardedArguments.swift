import Operations
import PythonSyntax

/// `def __call__(self, *args, **kwargs): return self.tower(*args, **kwargs)`: the parameters are those of the layer
/// that is called.
extension FunctionChecker {
    /// Gives such a method the parameters of what it calls, once that is known.
    func resolveForwarding(of method: FunctionInfo) {
        guard method.takesAnyPositional, let forwarding = method.definition.forwarding,
            let attribute = forwarding.attribute,
            case .instance(let className)? = method.owner.flatMap(program.classInfo)?
                .attributes[attribute]?.type.unwrapped,
            let target = program.classInfo(className)?.methods["__call__"],
            target.keywordsName == nil, !target.takesAnyPositional,
            target.parameters.allSatisfy({ $0.kind == .positionalOrKeyword }),
            target.parameters.compactMap(\.defaultValue).allSatisfy({ $0.constantType != nil })
        else { return }
        let own = target.parameters.map {
            Parameter(
                name: $0.name, kind: .positionalOrKeyword, annotation: nil,
                defaultValue: $0.defaultValue)
        }
        method.replaceDefinition(forwarding.definition(method.definition, own))
        for parameter in method.parameters { program.seed(parameter, of: method) }
        program.changed = true
    }
}

extension Program {
    /// `def make_mask(self, *args, **kwargs): return self.kv_cache.make_mask(*args, **kwargs)` in the place of a
    /// library's method: the parameters are those of that method.
    func takeParameters(of row: Operation, _ method: FunctionInfo) {
        guard method.takesAnyPositional, let forwarding = method.definition.forwarding else {
            return
        }
        let own = row.parameters.map {
            Parameter(
                name: $0.name, kind: .positionalOrKeyword, annotation: nil,
                defaultValue: $0.isRequired
                    ? nil : Expression(.constant(.none), span: forwarding.call.span))
        }
        method.replaceDefinition(forwarding.definition(method.definition, own))
        changed = true
    }
}

/// The one call that a method consists of, with all arguments that it is given.
private struct Forwarding {
    let statement: Statement
    let call: Expression
    let callee: Expression
    let receiver: String

    /// `tower` where `self.tower` is called.
    var attribute: String? {
        guard case .attribute(let base, let name) = callee.kind, base.simpleName == receiver else {
            return nil
        }
        return name
    }

    /// The method with parameters of its own.
    func definition(_ method: FunctionDefinition, _ parameters: [Parameter]) -> FunctionDefinition {
        let arguments = parameters.map {
            Argument(
                $0.defaultValue == nil ? .positional : .keyword($0.name),
                Expression(.name($0.name), span: call.span))
        }
        let value = Expression(.call(function: callee, arguments: arguments), span: call.span)
        return FunctionDefinition(
            name: method.name,
            parameters: Parameters(Array(method.parameters.all.prefix(1)) + parameters),
            returns: nil, body: [Statement(.return(value), span: statement.span)],
            decorators: method.decorators, isAsync: method.isAsync)
    }
}

extension FunctionDefinition {
    fileprivate var forwarding: Forwarding? {
        let body = body.withoutDocstring
        let all = parameters.all
        guard all.count == 3, all[1].kind == .variadic, all[2].kind == .keywords, body.count == 1,
            case .return(let value?) = body[0].kind,
            case .call(let callee, let arguments) = value.kind,
            callee.rootName == all[0].name, callee.simpleName == nil,
            arguments.map(\.label) == [.starred, .doubleStarred],
            arguments.map(\.value.simpleName) == [all[1].name, all[2].name]
        else { return nil }
        return Forwarding(
            statement: body[0], call: value, callee: callee, receiver: all[0].name)
    }
}
