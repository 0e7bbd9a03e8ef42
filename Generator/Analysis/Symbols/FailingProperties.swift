import PythonSyntax

/// `@property def layers(self): return self.model.layers` in a class of layers that has no `model` and sets
/// `self.layers`: where a property fails to find an attribute, Python asks the module for what was set under the
/// property's own name, so that the property is as good as not there.
extension Program {
    /// Whether a method of a class's body is such a property.
    func isFailingProperty(
        _ function: FunctionDefinition, of definition: ClassDefinition, in module: String
    ) -> Bool {
        guard function.isProperty,
            let receiver = function.parameters.all.first?.name,
            function.body.withoutDocstring.count == 1,
            let part = function.body.withoutDocstring[0].attributeReturned(of: receiver),
            part != function.name, definition.sets(function.name)
        else { return false }
        return pythonClass(definition, in: module, has: part) == false
    }
}

/// `return Other.cast_predicate(self)` of another class's property: no function, which Python says when it is
/// called.
extension Program {
    /// The function with the error in place of such a call.
    func refusingPropertyCalls(_ function: FunctionDefinition, in module: String)
        -> FunctionDefinition
    {
        guard let last = function.body.last, case .return(let value?) = last.kind,
            case .call(let callee, _) = value.kind,
            case .attribute(let owner, let name) = callee.kind,
            case .definition(let origin, let className)? = resolve(owner, in: module),
            let (definition, _) = try? scope(origin).classes[className],
            definition.hasProperty(name)
        else { return function }
        func expression(_ kind: ExpressionKind) -> Expression {
            Expression(kind, span: value.span)
        }
        let message = expression(.constant(.string("'property' object is not callable")))
        let error = expression(
            .call(
                function: expression(.name("TypeError")),
                arguments: [Argument(.positional, message)]))
        return FunctionDefinition(
            name: function.name, parameters: function.parameters, returns: function.returns,
            body: function.body.dropLast() + [
                Statement(.raise(exception: error, cause: nil), span: last.span)
            ],
            decorators: function.decorators, isAsync: function.isAsync)
    }
}

extension ClassDefinition {
    fileprivate func hasProperty(_ name: String) -> Bool {
        body.contains { member in
            guard case .function(let function) = member.kind else { return false }
            return function.name == name && function.isProperty
        }
    }
}

extension Statement {
    /// The `model` of `return self.model.layers`.
    fileprivate func attributeReturned(of receiver: String) -> String? {
        guard case .return(let value?) = kind else { return nil }
        var path = value
        while case .attribute(let base, let name) = path.kind {
            if base.simpleName == receiver { return name }
            path = base
        }
        return nil
    }
}

extension ClassDefinition {
    /// Whether a method sets an attribute of its object.
    fileprivate func sets(_ name: String) -> Bool {
        body.contains { member in
            guard case .function(let method) = member.kind,
                let receiver = method.parameters.all.first?.name
            else { return false }
            let attribute = Expression(
                .attribute(of: Expression(.name(receiver)), name: name))
            return method.body.contains { $0.assigns(attribute) }
        }
    }
}

extension Statement {
    fileprivate func assigns(_ target: Expression) -> Bool {
        if case .assign(let targets, _) = kind, targets.contains(target) { return true }
        return statements.contains { $0.assigns(target) }
    }
}
