import Operations

extension TypedClass {
    /// The class with methods that `__init__` calls for a value made static: in Swift an object has no methods before its last attribute is set. The attributes that such a method
    /// reads become its parameters.
    ///
    /// - Parameter functions: the functions of all classes.
    func withStaticHelpers(among functions: some Sequence<TypedFunction>) -> TypedClass {
        guard let initializer = method("__init__") else { return self }
        let helpers = methods.filter {
            initializer.givesValue(by: $0.name) && $0.readsOnlyAttributes
                && !isCalled($0.name, otherThanOnSelfIn: functions)
        }
        guard !helpers.isEmpty else { return self }
        let added = Dictionary(
            uniqueKeysWithValues: helpers.map { ($0.name, $0.selfParameters(of: self)) })
        return with(
            methods: methods.map { function in
                let called = function.rewritten { $0.calling(added, of: dottedName) }
                guard let parameters = added[function.name] else { return called }
                return called.with(
                    body: called.body.map { $0.rewritten { $0.parameter(among: parameters) } },
                    parameters: parameters.map(\.parameter) + function.parameters, isStatic: true)
            })
    }

    /// Whether a method is called on another object than `self` as well.
    private func isCalled(
        _ name: String, otherThanOnSelfIn functions: some Sequence<TypedFunction>
    ) -> Bool {
        functions.contains { function in
            function.body.contains { statement in
                statement.contains {
                    guard case .call(let call) = $0.kind,
                        case .method(let receiver, dottedName, name) = call.callee
                    else { return false }
                    return receiver.kind != .selfObject
                }
            }
        }
    }

    fileprivate func storedType(of attribute: String) -> PythonType? {
        self.attribute(attribute).map { $0.presence == .always ? $0.type : $0.type.madeOptional }
    }
}

/// An attribute that a static method takes as a parameter.
private struct SelfParameter {
    let attribute: String
    let name: String
    let read: TypedExpression

    var parameter: TypedParameter {
        TypedParameter(name: name, type: read.type, defaultValue: nil)
    }
}

extension TypedFunction {
    /// Whether something is set to what a call of one of the object's methods gives.
    fileprivate func givesValue(by method: String) -> Bool {
        body.contains { $0.givesValue(by: method) }
    }

    /// Whether all that the method does with its object is to read attributes.
    fileprivate var readsOnlyAttributes: Bool {
        !isProperty && !isStatic && compilation == nil
            && body.allSatisfy { !$0.setsAttributes && $0.readsOnlyAttributes }
    }

    /// The attributes that the method reads, in the order of its text.
    fileprivate func selfParameters(of owner: TypedClass) -> [SelfParameter] {
        var found: [SelfParameter] = []
        let taken = Set(parameters.map(\.name)).union(body.flatMap(\.boundNames))
        for statement in body {
            _ = statement.contains { expression in
                guard let attribute = expression.selfAttribute,
                    !found.contains(where: { $0.attribute == attribute })
                else { return false }
                let name = taken.contains(attribute) ? "own_\(attribute)" : attribute
                let read = TypedExpression(
                    expression.kind, owner.storedType(of: attribute) ?? expression.type,
                    span: expression.span)
                found.append(SelfParameter(attribute: attribute, name: name, read: read))
                return false
            }
        }
        return found
    }
}

extension TypedStatement {
    fileprivate func givesValue(by method: String) -> Bool {
        if case .assign(_, let value) = kind,
            value.contains(where: {
                guard case .call(let call) = $0.kind,
                    case .method(let receiver, _, method) = call.callee
                else { return false }
                return receiver.kind == .selfObject
            })
        {
            return true
        }
        return blocks.contains { $0.contains { $0.givesValue(by: method) } }
    }

    /// Whether the statement or one inside it sets an attribute of the object.
    public var setsAttributes: Bool {
        switch kind {
        case .assign(let targets, _):
            if targets.contains(where: \.isAttribute) { return true }
        case .augmentedAssign(let target, _, _), .for(let target, _, _):
            if target.isAttribute { return true }
        case .function(let function): return function.body.contains(where: \.setsAttributes)
        default: break
        }
        return blocks.contains { $0.contains(where: \.setsAttributes) }
    }

    fileprivate var readsOnlyAttributes: Bool {
        if case .function(let function) = kind {
            return function.body.allSatisfy(\.readsOnlyAttributes)
        }
        return expressions.allSatisfy(\.readsOnlyAttributes)
            && blocks.allSatisfy { $0.allSatisfy(\.readsOnlyAttributes) }
    }

    /// The locals that the statement and what is inside it bind.
    fileprivate var boundNames: [String] {
        let own: [String] =
            switch kind {
            case .assign(let targets, _): targets.flatMap(\.localNames)
            case .augmentedAssign(let target, _, _), .for(let target, _, _): target.localNames
            case .function(let function):
                function.parameters.map(\.name) + function.body.flatMap(\.boundNames)
            default: []
            }
        return own + expressions.flatMap(\.boundNames) + blocks.flatMap { $0.flatMap(\.boundNames) }
    }
}

extension TypedTarget {
    fileprivate var isAttribute: Bool {
        switch self {
        case .attribute: true
        case .tuple(let targets): targets.contains(where: \.isAttribute)
        default: false
        }
    }
}

extension TypedExpression {
    /// The name of the object's attribute that the expression reads.
    fileprivate var selfAttribute: String? {
        if case .attribute(let base, let name) = kind, base.kind == .selfObject {
            name
        } else {
            nil
        }
    }

    fileprivate var readsOnlyAttributes: Bool {
        if selfAttribute != nil { return true }
        return kind != .selfObject && children.allSatisfy(\.readsOnlyAttributes)
    }

    fileprivate var boundNames: [String] {
        var names = children.flatMap(\.boundNames)
        if case .comprehension(_, _, _, let clauses) = kind {
            names += clauses.flatMap(\.target.localNames)
        }
        if case .lambda(let parameters, _) = kind { names += parameters }
        return names
    }

    fileprivate func parameter(among parameters: [SelfParameter]) -> TypedExpression? {
        guard let attribute = selfAttribute,
            let parameter = parameters.first(where: { $0.attribute == attribute })
        else { return nil }
        return TypedExpression(.local(parameter.name), type, span: span)
    }

    /// The call of a method that is now static, with what it reads.
    fileprivate func calling(_ added: [String: [SelfParameter]], of className: String)
        -> TypedExpression?
    {
        guard case .call(let call) = kind,
            case .method(let receiver, className, let name) = call.callee,
            receiver.kind == .selfObject, let parameters = added[name]
        else { return nil }
        let given = call.arguments.map {
            TypedArgument(
                parameter: $0.parameter,
                value: $0.value.rewritten { $0.calling(added, of: className) },
                isChanged: $0.isChanged)
        }
        let own = parameters.map { TypedArgument(parameter: $0.name, value: $0.read) }
        return TypedExpression(
            .call(TypedCall(callee: call.callee, arguments: own + given)), type, span: span)
    }
}
