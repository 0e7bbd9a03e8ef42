import Analysis
import Foundation
import Operations

/// The modules that are defaults of a class's parameters: Python makes each once, for all calls.
func sharedDefaults(
    of typed: TypedClass, module: TypedModule, context: FamilyContext
) -> [SwiftDeclaration] {
    typed.methods.flatMap { method in
        method.parameters.compactMap { parameter -> SwiftDeclaration? in
            guard let value = parameter.defaultValue, value.isMadeModule(context) else {
                return nil
            }
            let translator = FunctionTranslator(
                method, owner: typed, module: module, context: context)
            let text = translator.translate(value).text
            return .line(
                documentation: ["The default of `\(parameter.name)`, which all calls share."],
                "nonisolated(unsafe) public static let \(parameter.sharedDefault) = shareable(\(text))"
            )
        }
    }
}

extension TypedParameter {
    /// The name of the constant that is the default.
    var sharedDefault: String {
        "default\(name.split(separator: "_").map { $0.capitalized }.joined())"
    }
}

extension TypedExpression {
    /// Whether the expression makes a layer of a library.
    func isMadeModule(_ context: FamilyContext) -> Bool {
        guard case .call(let call) = kind, case .operation = call.callee,
            case .library(let name) = type
        else { return false }
        return context.table.types[name]?.isModule == true
    }
}
