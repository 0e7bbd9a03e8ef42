import Operations
import PythonSyntax

/// `cache.offset = 0` of a property: its setter is called.
extension FunctionChecker {
    /// Passes a value to a property's setter; the property's type, `nil` where nothing sets it.
    func setProperty(
        _ name: String, of info: ClassInfo, _ value: TypedExpression, span: SourceSpan
    ) -> PythonType? {
        guard let getter = info.methods[name], let setter = info.setter(of: name),
            let parameter = setter.parameters.first
        else { return nil }
        if isInitializer, owner?.dottedName == info.dottedName {
            report(
                "property '\(name)'", at: span, "is set in '__init__'",
                hint: "what the setter sets has to be there before in Swift")
        }
        guard !isInspecting else { return getter.resultType }
        reach(getter)
        reach(setter)
        pass(value.type, to: parameter.name, of: setter)
        program.noteArgument(parameter.name, of: setter, .varying)
        if value.type != .none {
            program.noteFacts(facts(of: value), of: parameter.name, in: setter)
        }
        return getter.resultType
    }
}
