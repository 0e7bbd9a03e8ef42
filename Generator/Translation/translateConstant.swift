import Analysis
import Operations

/// A list or dictionary at the top of a module or of a class body as a constant of the Swift file. An array, which threads
/// do not share, is made where it is asked for.
func translateConstant(_ constant: TypedConstant, module: TypedModule, context: FamilyContext)
    -> SwiftDeclaration
{
    let place = TypedFunction(
        name: constant.name.lastComponent, parameters: [], result: .none, body: [],
        isProperty: false, isStatic: false, isThrowing: false, span: constant.span)
    let translator = FunctionTranslator(place, owner: nil, module: module, context: context)
    let value = translator.translate(constant.value)
    let documentation = [
        "`\(constant.name.lastComponent)`, \(module.fileName):\(constant.span.line)."
    ]
    if constant.value.type == .array {
        if value.isThrowing {
            translator.report(
                "constant '\(constant.name.lastComponent)'", at: constant.span,
                "is made by code that can fail")
        }
        return .line(
            documentation: documentation,
            "var \(context.naming.function(constant.name)): MLXArray { \(value.text) }")
    }
    return .line(
        documentation: documentation,
        "let \(context.naming.function(constant.name)): \(context.shared(constant.value.type)) = \(value.text)"
    )
}

extension FamilyContext {
    /// A type whose values all threads may read: functions have to say that they can be called by any.
    fileprivate func shared(_ type: PythonType) -> String {
        switch type {
        case .function: "@Sendable \(swift(type))"
        case .list(.function(let parameters, let result)):
            "[\(shared(.function(parameters: parameters, result: result)))]"
        case .dictionary(let key, let value):
            "OrderedDictionary<\(swift(key)), \(shared(value))>"
        default: swift(type)
        }
    }
}
