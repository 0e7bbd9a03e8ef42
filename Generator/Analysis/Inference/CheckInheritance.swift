import Operations
import PythonSyntax

/// `super()`: an initialiser of a base class is inlined, another method becomes one of the class's own.
extension FunctionChecker {
    /// The statements of `super().__init__(…)`.
    func checkSuperInitializer(_ name: String, _ arguments: [Argument], span: SourceSpan)
        -> [TypedStatement]
    {
        guard let initializer = nextMethod(name), let owner else { return [] }
        // A configuration that holds its base has decoded it before.
        if program.composedClasses.contains(owner.dottedName) { return [] }
        var typed = bindInlined(arguments, to: initializer, span: span)
        let saved = (module, definingClass)
        defer { (module, definingClass) = saved }
        module = initializer.moduleName
        definingClass = initializer.definingClass
        let replaced = overwrittenAttributes(after: span, of: owner)
        for statement in initializer.definition.body.withoutDocstring {
            if let name = statement.soleAttribute, replaced.contains(name),
                !initializer.definition.body.reads(attribute: name)
            {
                continue
            }
            typed += check([statement])
        }
        return typed
    }

    /// Locals for the parameters that are not called like their arguments.
    private func bindInlined(
        _ arguments: [Argument], to initializer: FunctionInfo, span: SourceSpan
    ) -> [TypedStatement] {
        var typed: [TypedStatement] = []
        var given: [String: Expression] = [:]
        for (index, argument) in arguments.enumerated() {
            switch argument.label {
            case .positional where index < initializer.parameters.count:
                given[initializer.parameters[index].name] = argument.value
            case .keyword(let name):
                given[name] = argument.value
            default:
                report("super().__init__", at: span, "its arguments cannot be told apart")
            }
        }
        for parameter in initializer.parameters {
            guard let value = given[parameter.name] ?? parameter.defaultValue else {
                report("super().__init__", at: span, "argument '\(parameter.name)' is missing")
                continue
            }
            if value.simpleName == parameter.name { continue }
            if locals[parameter.name] != nil {
                report(
                    "super().__init__", at: span,
                    "the base class's parameter '\(parameter.name)' is called like a local")
            }
            let checked = check(value)
            typed.append(
                TypedStatement(
                    .assign(
                        targets: [
                            assign(Expression(.name(parameter.name), span: value.span), checked)
                        ],
                        value: checked), span: span))
        }
        return typed
    }

    /// Attributes that the class's own initialiser sets after the call, whatever the base class set.
    private func overwrittenAttributes(after span: SourceSpan, of owner: ClassInfo) -> Set<String> {
        Set(
            function.definition.body.filter { $0.span.line > span.line }.compactMap(
                \.soleAttribute))
    }

    /// `super().name(…)`
    func callSuper(_ name: String, _ arguments: [Argument], span: SourceSpan) -> TypedExpression {
        guard let owner, let next = nextMethod(name) else {
            report(
                "super().\(name)", at: span, "no class of the sources that it inherits from has it")
            for argument in arguments { _ = check(argument.value) }
            return TypedExpression(.constant(.none), .unknown, span: span)
        }
        let label = next.definingClass?.split(separator: ".").last.map(String.init) ?? "super"
        let key = "\(label)_\(name)"
        let method = owner.superMethods[key] ?? next.inherited(by: owner.dottedName, as: key)
        owner.superMethods[key] = method
        return callMethod(
            method, of: TypedExpression(.selfObject, .instance(owner.dottedName), span: span),
            owner.dottedName, arguments, span: span)
    }

    /// The method that `super()` finds from the class in whose body the code stands.
    private func nextMethod(_ name: String) -> FunctionInfo? {
        guard let owner, let definingClass else { return nil }
        let order = owner.resolutionOrder
        guard let place = order.firstIndex(where: { $0.dottedName == definingClass }) else {
            return nil
        }
        return order.dropFirst(place + 1).lazy.compactMap { info in
            info.methods[name].flatMap { $0.definingClass == info.dottedName ? $0 : nil }
        }.first
    }
}

extension ClassInfo {
    /// The class and those that it inherits from, in the order in which Python looks methods up.
    var resolutionOrder: [ClassInfo] {
        var order: [ClassInfo] = []
        for info in [self] + bases.flatMap(\.resolutionOrder) {
            order.removeAll { $0 === info }
            order.append(info)
        }
        return order
    }
}

extension Expression {
    /// Whether the expression is `super()`.
    var isSuper: Bool {
        if case .call(let callee, let arguments) = kind {
            callee.simpleName == "super" && arguments.isEmpty
        } else {
            false
        }
    }

    /// The method and arguments of `super().__init__(…)` or `super().__post_init__()`.
    var superInitializer: (name: String, arguments: [Argument])? {
        guard case .call(let callee, let arguments) = kind,
            case .attribute(let base, let name) = callee.kind, base.isSuper,
            ["__init__", "__post_init__"].contains(name)
        else { return nil }
        return (name, arguments)
    }
}

extension Statement {
    /// The attribute of `self` that the statement sets and does nothing else.
    fileprivate var soleAttribute: String? {
        guard case .assign(let targets, _) = kind, targets.count == 1,
            case .attribute(let base, let name) = targets[0].kind, base.simpleName == "self"
        else { return nil }
        return name
    }
}

extension [Statement] {
    /// Whether some statement mentions `self.name` other than by setting it alone.
    fileprivate func reads(attribute name: String) -> Bool {
        contains { statement in
            guard case .assign(let targets, let value) = statement.kind else {
                return statement.mentions(attribute: name)
            }
            return value.mentions(attribute: name)
                || (statement.soleAttribute != name
                    && targets.contains { $0.mentions(attribute: name) })
        }
    }
}

extension Expression {
    /// Whether the attribute of some object is mentioned.
    fileprivate func mentions(attribute name: String) -> Bool {
        if case .attribute(_, name) = kind { return true }
        return children.contains { $0.mentions(attribute: name) }
    }
}

extension Statement {
    fileprivate func mentions(attribute name: String) -> Bool {
        expressions.contains { $0.mentions(attribute: name) }
            || statements.contains { $0.mentions(attribute: name) }
    }
}
