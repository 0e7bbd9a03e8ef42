import Analysis
import Operations

/// Properties, with what sets them.
extension FamilyContext {
    /// The Swift name of a property of a value.
    func propertyName(_ name: String, of type: PythonType) -> String {
        guard case .instance(let className) = type.unwrapped else { return naming.member(name) }
        return ownCacheMember(name, of: className) ?? naming.member(name)
    }

    /// `public var offset: Int`
    func propertySignature(_ getter: TypedFunction, of owner: TypedClass?) -> String {
        let name =
            owner.flatMap { ownCacheMember(getter.name, of: $0.dottedName) }
            ?? naming.member(getter.name)
        let overriding = owner?.overrides(getter) == true ? "override " : ""
        return "public \(overriding)var \(name): \(swift(getter.result))"
    }

    /// What stands inside of a property: what it gives, and what its setter does.
    func accessors(
        _ getter: TypedFunction, _ body: [SwiftStatement], owner: TypedClass?, module: TypedModule
    ) -> [SwiftStatement] {
        let body = body.count == 1 ? body.map(\.withoutReturn) : body
        guard let owner else { return body }
        if let setter = owner.setter(of: getter.name), let value = setter.parameters.first {
            let translator = FunctionTranslator(
                setter, owner: owner, module: module, context: self)
            let statements = translator.translateBody()
            if translator.isThrowing {
                report(
                    Diagnostic(
                        path: module.parsed.path, span: setter.span,
                        construct: "setter of '\(getter.name)'",
                        message: "may fail in Swift, which a setter may not", hint: nil))
            }
            let type = naming.type(owner.dottedName)
            let member = propertyName(getter.name, of: .instance(owner.dottedName))
            translatedFunctions += translator.translated(as: "\(type).\(member)")
            let name = translator.names[value.name] ?? value.name
            return [.accessor("get", body), .accessor("set(\(name))", statements)]
        }
        guard owner.overridesSettable(getter) else { return body }
        let message = "property '\(getter.name)' of '\(owner.name)' object has no setter"
        return [
            .accessor("get", body),
            .accessor("set", [.line("preconditionFailure(\"\(message)\")")]),
        ]
    }
}

extension SwiftStatement {
    /// `get { … }`, in one line where that is one.
    static func accessor(_ opening: String, _ body: [SwiftStatement]) -> SwiftStatement {
        if body.count == 1, case .line(let text) = body[0], text.count < 80 {
            return .line("\(opening) { \(text) }")
        }
        return .closure(opening: opening, body: body)
    }
}
