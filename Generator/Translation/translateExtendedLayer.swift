import Analysis
import Operations
import PythonSyntax

/// Initialisers of classes that extend a layer of the library.
///
/// Swift makes a class's own part of an object first and the layer's part behind it. What Python's `__init__` makes of
/// the layer's part alone becomes a computed property.
extension FunctionTranslator {
    /// The body of such an initialiser, with `super.init(…)` at its end; `nil` for any other function.
    func translateExtendingInitializer() -> [SwiftStatement]? {
        guard isInitializer, let owner, owner.extendedLayer != nil else { return nil }
        guard let index = function.body.firstIndex(where: \.isSuperInitializer) else {
            return owner.isOwnCache ? translateOwnCacheInitializer() : nil
        }
        var own = function.body
        let call = own.remove(at: index)
        own.removeAll { owner.inheritedValue(setBy: $0) != nil }
        for statement in own where statement.contains(where: \.readsInherited) {
            report(
                "'super().__init__'", at: statement.span,
                "what the layer has made is read here together with the initialiser's own values",
                hint: "the object's own attributes are set before those of the layer in Swift")
        }
        return translateBlock(own) + translate(call)
    }

    /// The body of the initialiser of a cache that extends nothing in Python: what Swift's base has is set last.
    private func translateOwnCacheInitializer() -> [SwiftStatement]? {
        let inherited = function.body.filter(\.setsInherited)
        guard !inherited.isEmpty else { return nil }
        let own = function.body.filter { !$0.setsInherited }
        for statement in own where statement.contains(where: \.readsInherited) {
            report(
                "'__init__'", at: statement.span,
                "what every cache has is read here before it is set in Swift")
        }
        return translateBlock(own) + [.line("super.init()")] + translateBlock(inherited)
    }

    /// Reports a call that gives something else than that of the layer which the class extends, where instances stand
    /// for any layer: the call of such a one would be the extended layer's.
    func reportOtherResult() {
        guard function.name == "__call__", let owner, let layer = owner.extendedLayer,
            context.overloadsCall(owner), !owner.conformances.isEmpty
        else { return }
        report(
            "'__call__'", at: function.span, type: function.result,
            "gives something else than the '\(layer)' that the class extends, and is called as any layer is",
            hint: "port the class and add a row to Generator/Operations/Tables")
    }

    /// Reports what an initialiser that hands on all of its arguments makes of others.
    func reportOwnAttributes(of owner: TypedClass) {
        for statement in function.body where owner.inheritedValue(setBy: statement) == nil {
            report(
                "'__init__'", at: statement.span,
                "hands on all arguments, and only attributes that come from the layer's are translated"
            )
        }
    }
}

extension FamilyContext {
    /// Whether a class's call gives something else than that of the layer which the class extends: Swift has both, and
    /// each call says which one is meant.
    func overloadsCall(_ owner: TypedClass) -> Bool {
        guard let layer = owner.extendedLayer, let call = owner.method("__call__"),
            case .type(let type)? = table.call(of: layer)?.result
        else { return false }
        return type != call.result
    }

    /// `var kernelSize: [Int] { … }` for an attribute that `__init__` makes of what the extended layer has.
    func computedProperty(
        _ attribute: TypedAttribute, of owner: TypedClass, module: TypedModule
    ) -> SwiftDeclaration? {
        guard let initializer = owner.method("__init__"),
            let (statement, value) = initializer.body.lazy.compactMap({ statement in
                owner.inheritedValue(setBy: statement).map { (statement, $0) }
            }).first(where: { $1.name == attribute.name })
        else { return nil }
        let getter = TypedFunction(
            name: attribute.name, parameters: [], result: attribute.type, body: [],
            isProperty: true, isStatic: false, isThrowing: false, span: statement.span)
        let translator = FunctionTranslator(getter, owner: owner, module: module, context: self)
        let text = translator.translate(value.value, as: attribute.type)
        return .line(
            documentation: [],
            "var \(property(attribute.name, of: owner.dottedName)): \(swift(attribute.type)) { \(text.text) }"
        )
    }
}

extension TypedClass {
    /// The attribute and value of a statement of `__init__` that sets an attribute to what the extended layer has
    /// made, and to nothing else.
    fileprivate func inheritedValue(setBy statement: TypedStatement)
        -> (name: String, value: TypedExpression)?
    {
        guard extendedLayer != nil, case .assign(let targets, let value) = statement.kind,
            targets.count == 1, case .attribute(let name, _) = targets[0],
            attribute(name)?.isReassigned == false, value.readsInherited,
            value.readLocals.isEmpty
        else { return nil }
        return (name, value)
    }
}

extension TypedStatement {
    /// Whether the statement, or one inside it, sets what the object has from the class that its class extends.
    fileprivate var setsInherited: Bool {
        switch kind {
        case .assign(let targets, _):
            targets.contains { if case .libraryMember = $0 { true } else { false } }
        default: blocks.contains { $0.contains(where: \.setsInherited) }
        }
    }

    /// Whether the statement is `super().__init__(…)` of a class that extends a layer.
    fileprivate var isSuperInitializer: Bool {
        guard case .expression(let value) = kind, case .call(let call) = value.kind,
            case .operation(let operation) = call.callee
        else { return false }
        return operation.isSuper
    }
}

extension TypedExpression {
    /// Whether the expression reads an attribute that the object has from the layer that its class extends.
    fileprivate var readsInherited: Bool {
        contains {
            if case .libraryAttribute(let base, _) = $0.kind {
                base.kind == .selfObject
            } else {
                false
            }
        }
    }
}
