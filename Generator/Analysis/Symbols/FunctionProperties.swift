import Operations
import PythonSyntax

/// The properties by which a model tells a package's conversion what to do with each of its layers and
/// parameters: their value is a function, and they become methods with that function's parameters.
enum FunctionProperties {
    /// The names, with what the packages call the functions with.
    static let parameters: [String: [(name: String, type: PythonType)]] = [
        "quant_predicate": [("path", .string), ("module", .library("Module"))],
        "cast_predicate": [("path", .string)],
    ]

    /// What the functions give, where Python's own types would not say it.
    static let results: [String: PythonType] = [
        "quant_predicate": .quantizationRule, "cast_predicate": .boolean,
    ]

    /// A method in place of a property whose value is a function:
    ///
    ///     @property                             def cast_predicate(self, path):
    ///     def cast_predicate(self):                 return "bias" not in path
    ///         def predicate(k):
    ///             return "bias" not in k
    ///         return predicate
    ///
    /// Any other function is as it was. What the property does before it has the function is done at each
    /// call, so it may set locals only. No function, `None`, is one that is always true.
    static func resolve(_ function: FunctionDefinition) -> FunctionDefinition {
        guard let parameters = parameters[function.name]?.map(\.name), function.isProperty,
            let receiver = function.parameters.all.first,
            let body = Uncurrying(
                name: function.name, parameters: parameters, receiver: receiver.name,
                body: function.body.withoutDocstring
            ).result
        else { return function }
        let own = parameters.map { Parameter(name: $0, kind: .positionalOrKeyword) }
        return FunctionDefinition(
            name: function.name, parameters: Parameters([receiver] + own), returns: nil, body: body,
            decorators: [], isAsync: function.isAsync)
    }
}

extension PythonType {
    /// What a model says of the packing of one of its layers.
    static let quantizationRule = PythonType.library("QuantizationRule")
}

extension FunctionDefinition {
    /// `language_model` where the function does no more than calling `self.language_model.name`.
    func delegate(of name: String) -> String? {
        guard body.count == 1, case .return(let value?) = body[0].kind,
            case .call(let callee, _) = value.kind, case .attribute(let part, name) = callee.kind,
            case .attribute(let owner, let attribute) = part.kind,
            owner.simpleName == parameters.all.first?.name
        else { return nil }
        return attribute
    }

    /// Whether it is a property that is read only, and nothing else.
    var isProperty: Bool {
        decorators.count == 1 && decorators[0].kind == .name("property")
    }
}

/// Puts the bodies of functions where a property returns the functions.
private struct Uncurrying {
    let name: String
    let parameters: [String]
    let receiver: String
    let body: [Statement]

    /// The method's body, `nil` if it cannot be told what the property returns.
    var result: [Statement]? {
        var locals: [String: FunctionDefinition] = [:]
        return replaced(body, &locals)
    }

    private func replaced(
        _ block: [Statement], _ locals: inout [String: FunctionDefinition]
    ) -> [Statement]? {
        var result: [Statement] = []
        for statement in block {
            switch statement.kind {
            case .function(let local) where local.decorators.isEmpty && !local.isAsync:
                locals[local.name] = local
            case .assign(let targets, _) where targets.allSatisfy({ $0.simpleName != nil }):
                result.append(statement)
            case .raise:
                result.append(statement)
            case .if(let test, let then, let otherwise):
                guard let then = replaced(then, &locals),
                    let otherwise = replaced(otherwise, &locals)
                else { return nil }
                result.append(
                    Statement(
                        .if(test: test, then: then, otherwise: otherwise), span: statement.span)
                )
            case .return(let value):
                guard let call = called(value, locals, span: statement.span) else { return nil }
                result += call
            default: return nil
            }
        }
        return result
    }

    /// What calling a returned value with the parameters does.
    private func called(
        _ value: Expression?, _ locals: [String: FunctionDefinition], span: SourceSpan
    ) -> [Statement]? {
        switch value?.kind {
        case nil, .constant(.none):
            return [
                Statement(.return(Expression(.constant(.boolean(true)), span: span)), span: span)
            ]
        case .name(let local):
            return locals[local].flatMap { inlined($0.parameters, $0.body.withoutDocstring) }
        case .lambda(let own, let body):
            return inlined(own, [Statement(.return(body), span: span)])
        case .attribute(_, name):
            // The same of a part of the model.
            return [Statement(.return(call(value!, [])), span: span)]
        case .call(let getter, let arguments):
            // `Other.name.fget(self)`: the same of another class.
            guard case .attribute(let property, "fget") = getter.kind,
                property.lastComponent == name, arguments.count == 1,
                arguments[0].value.simpleName == receiver
            else { return nil }
            return [Statement(.return(call(property, arguments)), span: span)]
        default: return nil
        }
    }

    private func call(_ function: Expression, _ first: [Argument]) -> Expression {
        let own = parameters.map {
            Argument(.positional, Expression(.name($0), span: function.span))
        }
        return Expression(.call(function: function, arguments: first + own), span: function.span)
    }

    /// A function's body with the method's names for its parameters.
    private func inlined(_ own: Parameters, _ body: [Statement]) -> [Statement]? {
        guard own.all.count == parameters.count,
            own.all.allSatisfy({ $0.kind == .positionalOrKeyword })
        else { return nil }
        let renamed = zip(own.all.map(\.name), parameters).filter { $0 != $1 && $0 != "_" }
        let names = body.boundNames.union(self.body.boundNames).union(own.all.map(\.name))
        guard
            renamed.allSatisfy({ !names.contains($0.1) }),
            renamed.isEmpty || body.allSatisfy(\.isRenamedWhole)
        else { return nil }
        return renamed.reduce(body) { statements, names in
            statements.map { $0.renaming(names.0, to: names.1) }
        }
    }
}

extension Statement {
    /// Whether renaming reaches everything inside.
    fileprivate var isRenamedWhole: Bool {
        switch kind {
        case .try, .with, .function, .class, .other: false
        default: statements.allSatisfy(\.isRenamedWhole)
        }
    }
}
