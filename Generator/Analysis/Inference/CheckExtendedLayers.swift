import Operations
import PythonSyntax

/// Classes that extend a layer of a library: its attributes and its call are theirs.
extension FunctionChecker {
    /// `"bias" in self`: whether a module has a tensor or layer of that name.
    func attributeMembership(_ name: Expression, _ parts: [ComparisonPart]) -> TypedExpression? {
        guard let attribute = memberTested(name, parts) else { return nil }
        let isPresent = parts[0].comparison == .in
        var found = check(attribute, quietly: true)
        if case .attribute(_, let own) = attribute.kind,
            case .when? = owner?.attributes[own]?.presence
        {
            found = TypedExpression(found.kind, found.type.madeOptional, span: found.span)
        }
        guard found.type.isOptional else {
            return TypedExpression(
                .constant(.boolean(isPresent)), .boolean, span: parts[0].operand.span)
        }
        return TypedExpression(
            .isNone(found, negated: isPresent), .boolean, span: parts[0].operand.span)
    }

    /// The attribute that `"bias" in self` asks for, if it is a layer or tensor of the class or one of the
    /// layer that the class extends.
    func memberTested(_ name: Expression, _ parts: [ComparisonPart]) -> Expression? {
        guard parts.count == 1, [.in, .notIn].contains(parts[0].comparison),
            case .constant(.string(let name)) = name.kind,
            let receiver = parts[0].operand.simpleName, receiver == selfName,
            let owner, owner.kind == .module, hasPart(name, owner)
        else { return nil }
        return Expression(
            .attribute(of: parts[0].operand, name: name), span: parts[0].operand.span)
    }

    /// Whether an attribute is one that Python's modules keep among their parts.
    private func hasPart(_ name: String, _ owner: ClassInfo) -> Bool {
        guard let attribute = owner.attributes[name] else {
            return owner.extendedLayer.flatMap {
                program.table.attribute(name, of: $0.swiftName)
            }?.type.unwrapped == .array
        }
        switch attribute.type.unwrapped {
        case .array: return true
        case .instance(let part): return program.classInfo(part)?.kind == .module
        case .library(let part): return program.table.types[part]?.isModule == true
        default: return false
        }
    }

    /// `super().__init__(…)` of a class that extends a layer: the layer's own part of the object is made.
    func extendedInitializer(_ arguments: [Argument], span: SourceSpan) -> [TypedStatement] {
        guard let owner, let initializer = owner.extendedLayer?.initializer,
            !owner.passesArguments
        else { return [] }
        var callee = initializer.signature(for: arguments)
        callee.isSuper = true
        let call = TypedCall(
            callee: .operation(callee), arguments: bind(arguments, to: callee, span: span))
        return [
            TypedStatement(
                .expression(TypedExpression(.call(call), .none, span: span)), span: span)
        ]
    }

    /// `super().__call__(x)` of a class that extends a layer.
    func callExtendedLayer(_ name: String, _ arguments: [Argument], span: SourceSpan)
        -> TypedExpression?
    {
        guard let layer = owner?.extendedLayer else { return nil }
        if let object = owner?.extendedObject,
            let method = program.table.method(name, of: object.swiftName)
        {
            let receiver = TypedExpression(
                .libraryConstant("super"), .library(object.swiftName), span: span)
            return callOperation(method, arguments, receiver: receiver, span: span)
        }
        guard name == "__call__", let call = program.table.call(of: layer.swiftName) else {
            return nil
        }
        let receiver = TypedExpression(
            .libraryConstant("super.callAsFunction"), .library(layer.swiftName), span: span)
        return callOperation(call, arguments, receiver: receiver, span: span, receiverName: "self")
    }
}

extension ClassInfo {
    /// Whether the initialiser begins with handing all of its arguments on to that of the layer which the class
    /// extends.
    var passesArguments: Bool {
        guard extendedLayer != nil, let initializer = methods["__init__"],
            initializer.parameters.isEmpty, initializer.takesAnyPositional,
            let keywords = initializer.keywordsName,
            case .expression(let call)? = initializer.definition.body.withoutDocstring.first?.kind,
            let arguments = call.superInitializer?.arguments,
            arguments.map(\.label) == [.starred, .doubleStarred]
        else { return false }
        return arguments[1].value.simpleName == keywords
    }
}

extension Operation {
    /// The initialiser of a class that extends the one that this makes.
    func making(_ className: String) -> Operation {
        var result = self
        result.madeClass = className
        return result
    }
}
