import Operations
import PythonSyntax

/// `super()`: an initialiser of a base class is inlined, another method becomes one of the class's own.
extension FunctionChecker {
    /// The statements of `super().__init__(…)`.
    func checkSuperInitializer(_ name: String, _ arguments: [Argument], span: SourceSpan)
        -> [TypedStatement]
    {
        guard let initializer = nextMethod(name) else {
            return name == "__init__" ? extendedInitializer(arguments, span: span) : []
        }
        return inlineInitializer(initializer, arguments, span: span)
    }

    /// The statements of `Base.__init__(self, …)` and of `super(Base, self).__init__(…)`; `nil` if the name is
    /// no class that the function's own inherits from.
    func checkInitializer(
        of base: NamedInitializer.Class, _ arguments: [Argument], span: SourceSpan
    ) -> [TypedStatement]? {
        guard let owner, let symbol = program.resolve(base.expression, in: module) else {
            return nil
        }
        guard case .definition(let origin, let name) = symbol,
            program.libraryName(of: symbol) == nil,
            let info = program.classInfo("\(origin).\(name)")
        else {
            // What a library's class sets up is there in Swift by itself.
            return program.libraryName(of: symbol) == nil ? nil : []
        }
        let order = owner.resolutionOrder
        guard let place = order.firstIndex(where: { $0 === info }) else { return nil }
        let first = place + (base.isSkipped ? 1 : 0)
        guard let initializer = method("__init__", in: order.dropFirst(first)) else { return [] }
        return inlineInitializer(initializer, arguments, span: span)
    }

    private func inlineInitializer(
        _ initializer: FunctionInfo, _ arguments: [Argument], span: SourceSpan
    ) -> [TypedStatement] {
        guard let owner else { return [] }
        // A configuration that holds its base has decoded it before.
        if program.composedClasses.contains(owner.dottedName) { return [] }
        program.resolveMatches(in: initializer)
        var typed = bindInlined(arguments, to: initializer, span: span)
        let saved = (module, definingClass)
        defer { (module, definingClass) = saved }
        module = initializer.moduleName
        definingClass = initializer.definingClass
        let replaced = overwrittenAttributes(after: span, of: owner)
        var body = initializer.definition.body.withoutDocstring
        for name in replaced { body = body.readingLength(ofAttribute: name) }
        for statement in body {
            if let name = statement.soleAttribute, replaced.contains(name),
                !body.reads(attribute: name)
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
            if let call = callExtendedLayer(name, arguments, span: span) { return call }
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

    /// `Layer.m(…)` of a static method.
    func callStaticByClass(_ callee: Expression, _ arguments: [Argument], span: SourceSpan)
        -> TypedExpression?
    {
        guard case .attribute(let base, let name) = callee.kind,
            base.isNameOrAttributePath, base.rootName.map({ locals[$0] == nil }) == true,
            case .definition(let origin, let className)? = program.resolve(base, in: module),
            let info = program.classInfo("\(origin).\(className)"),
            let method = info.methods[name], method.isStatic
        else { return nil }
        let type = TypedExpression(
            .classValue(info.dottedName), .instance(info.dottedName), span: base.span)
        return callMethod(method, of: type, info.dottedName, arguments, span: span)
    }

    /// `Other.m(self, …)`, `Other.m(self.part, …)`: the method of another class becomes one of the class
    /// whose instance it is called of.
    func callByClass(_ callee: Expression, _ arguments: [Argument], span: SourceSpan)
        -> TypedExpression?
    {
        guard case .attribute(let base, let name) = callee.kind,
            base.isNameOrAttributePath, base.rootName.map({ locals[$0] == nil }) == true,
            let first = arguments.first, first.label == .positional,
            case .definition(let origin, let className)? = program.resolve(base, in: module),
            let info = program.classInfo("\(origin).\(className)"),
            let next = info.methods[name], !next.isProperty, !next.isStatic,
            let receiver = caller(first.value, span: span),
            case .instance(let callerName) = receiver.type.unwrapped,
            let caller = program.classInfo(callerName)
        else { return nil }
        let key = "\(base.lastComponent ?? className)_\(name)"
        let method = caller.superMethods[key] ?? next.inherited(by: callerName, as: key)
        caller.superMethods[key] = method
        return callMethod(
            method, of: receiver, callerName, Array(arguments.dropFirst()), span: span)
    }

    /// What stands for `self` in a call of a method by its class.
    private func caller(_ value: Expression, span: SourceSpan) -> TypedExpression? {
        if let owner, let selfName, value.simpleName == selfName {
            return TypedExpression(.selfObject, .instance(owner.dottedName), span: span)
        }
        guard case .instance = check(value, quietly: true).type.unwrapped else { return nil }
        return check(value)
    }

    /// The method that `super()` finds from the class in whose body the code stands.
    private func nextMethod(_ name: String) -> FunctionInfo? {
        guard let owner, let definingClass else { return nil }
        let order = owner.resolutionOrder
        guard let place = order.firstIndex(where: { $0.dottedName == definingClass }) else {
            return nil
        }
        return method(name, in: order.dropFirst(place + 1))
    }

    /// The first class of some that defines a method itself.
    private func method(_ name: String, in classes: ArraySlice<ClassInfo>) -> FunctionInfo? {
        classes.lazy.compactMap { info in
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

/// An initialiser that is called by the name of its class.
enum NamedInitializer {
    struct Class {
        let expression: Expression
        /// Whether the one behind the class is meant, `super(Base, self)`.
        let isSkipped: Bool
    }
}

extension Expression {
    /// The class and arguments of `Base.__init__(self, …)` or `super(Base, self).__init__(…)`.
    var initializerOfClass: (base: NamedInitializer.Class, arguments: [Argument])? {
        guard case .call(let callee, let arguments) = kind,
            case .attribute(let base, "__init__") = callee.kind
        else { return nil }
        if case .call(let function, let named) = base.kind {
            guard function.simpleName == "super", named.count == 2,
                named[1].value.simpleName == "self"
            else { return nil }
            return (.init(expression: named[0].value, isSkipped: true), arguments)
        }
        guard base.isNameOrAttributePath, arguments.first?.value.simpleName == "self" else {
            return nil
        }
        return (.init(expression: base, isSkipped: false), Array(arguments.dropFirst()))
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
    /// `max(0, n)` for `len(self.layers)` of `self.layers = [Layer(i) for i in range(n)]`, which then need not be
    /// made for its length alone.
    fileprivate func readingLength(ofAttribute name: String) -> [Statement] {
        let settings = filter { $0.soleAttribute == name }
        guard settings.count == 1, case .assign(_, let value) = settings[0].kind,
            case .comprehension(.list, _, _, let clauses) = value.kind, clauses.count == 1,
            clauses[0].conditions.isEmpty
        else { return self }
        func replaced(_ expression: Expression) -> Expression {
            expression.rewritten { part in
                guard case .call(let callee, let arguments) = part.kind,
                    callee.simpleName == "len", arguments.count == 1,
                    case .attribute(let base, name) = arguments[0].value.kind,
                    base.simpleName == "self"
                else { return nil }
                return Expression(clauses[0].iterable.length, span: part.span)
            }
        }
        return rewritten(replaced)
    }

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
    /// What gives the number of the elements that going through the expression gives.
    fileprivate var length: ExpressionKind {
        func call(_ name: String, _ values: [Expression]) -> ExpressionKind {
            .call(
                function: Expression(.name(name), span: span),
                arguments: values.map { Argument(.positional, $0) })
        }
        if case .call(let callee, let arguments) = kind, callee.simpleName == "range",
            arguments.count == 1
        {
            let none = Expression(.constant(.integer(0)), span: span)
            return call("max", [none, arguments[0].value])
        }
        return call("len", [self])
    }

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
