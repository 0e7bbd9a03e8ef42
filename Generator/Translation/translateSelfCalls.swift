import Analysis
import Operations

extension FunctionTranslator {
    /// The body of an `__init__` that calls methods of its object, which is complete before the first of
    /// these calls: `super.init()` says so. `nil` for any other function.
    func translateInitializerBody() -> [SwiftStatement]? {
        if let own = translateExtendingInitializer() ?? translateBackReferencingInitializer() {
            return own
        }
        guard isInitializer, let owner, owner.kind == .module,
            let index = function.body.firstIndex(where: { $0.callsSelf(context) })
        else { return nil }
        let later = function.body[index...].filter { $0.callsSelf(context) || $0.setsAttributes }
        for statement in later where statement.setsAttributes {
            report(
                "method call in '__init__'", at: function.body[index].span,
                "comes before all attributes are set",
                hint: "make the method read attributes only, or call it last")
            break
        }
        return translateBlock(Array(function.body[..<index])) + [.line("super.init()")]
            + translateBlock(Array(function.body[index...]))
    }
}

extension TypedStatement {
    /// Whether a method of the object is called that is no static one.
    func callsSelf(_ context: FamilyContext) -> Bool {
        contains {
            guard case .call(let call) = $0.kind,
                case .method(let receiver, let className, let name) = call.callee,
                receiver.kind == .selfObject
            else { return false }
            return context.classes[className]?.method(name)?.isStatic != true
        }
    }
}
