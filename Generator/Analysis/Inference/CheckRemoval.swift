import Operations
import PythonSyntax

/// Modules that a model drops after it was made.
extension FunctionChecker {
    /// The attribute that `self.pop("lm_head")` removes: a module is the dictionary of what it holds, and
    /// here an attribute that is gone is `None`.
    func removedModule(_ call: Expression) -> Expression? {
        guard case .call(let callee, let arguments) = call.kind,
            case .attribute(let base, "pop") = callee.kind, let selfName,
            base.simpleName == selfName, let owner, owner.kind == .module,
            owner.methods["pop"] == nil,
            case .constant(.string(let name))? = arguments.first?.value.kind,
            owner.attributes[name] != nil
        else { return nil }
        return Expression(.attribute(of: base, name: name), span: call.span)
    }
}
