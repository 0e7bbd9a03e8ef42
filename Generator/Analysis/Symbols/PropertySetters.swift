import PythonSyntax

/// What sets a property: a method of its own, under a name that no Python has.
public enum PropertySetter {
    /// `offset.setter`, the method that sets the property `offset`.
    public static func name(of property: String) -> String { "\(property).setter" }
}

extension FunctionDefinition {
    /// `@name.setter`: what sets the property of that name.
    var isSetter: Bool {
        decorators.count == 1
            && decorators[0].kind == .attribute(of: Expression(.name(name)), name: "setter")
    }

    /// A property's setter as the method that it is here; any other function as it is.
    var namedAsSetter: FunctionDefinition {
        guard isSetter else { return self }
        return FunctionDefinition(
            name: PropertySetter.name(of: name), parameters: parameters, returns: returns,
            body: body, decorators: [], isAsync: isAsync)
    }
}

extension ClassInfo {
    /// The method that sets a property; `nil` where none does.
    func setter(of property: String) -> FunctionInfo? {
        methods[property]?.isProperty == true ? methods[PropertySetter.name(of: property)] : nil
    }
}

extension FunctionInfo {
    /// Whether the function sets a property.
    var isSetter: Bool { definition.name.hasSuffix(PropertySetter.name(of: "")) }
}

extension TypedFunction {
    /// Whether the function sets a property.
    public var isSetter: Bool { name.hasSuffix(PropertySetter.name(of: "")) }
}

extension TypedClass {
    /// The method that sets a property; `nil` where none does.
    public func setter(of property: String) -> TypedFunction? {
        method(PropertySetter.name(of: property))
    }
}
