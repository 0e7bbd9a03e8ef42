import Analysis
import Operations

extension FunctionTranslator {
    /// A function of the sources as a value: its name, or a closure that calls it where it has parameters more.
    func translateFunctionValue(_ dotted: String, _ whole: TypedExpression) -> SwiftExpression {
        let name = naming.function(dotted)
        if context.throwingFunctions.contains(dotted) {
            report(
                "function '\(dotted.lastComponent)'", at: whole.span,
                "may throw an error, as no function that is passed on may")
        }
        guard let function = context.function(dotted), case .function(let inputs, _) = whole.type,
            function.parameters.count != inputs.count
        else { return SwiftExpression(name) }
        let given = function.parameters.enumerated().filter { $0.element.defaultValue == nil }
        let arguments = given.enumerated().map { index, parameter -> String in
            let label = Self.label(parameter.element, position: parameter.offset, naming: naming)
            return label.map { "\($0.asArgumentLabel): $\(index)" } ?? "$\(index)"
        }
        return SwiftExpression("{ \(name)(\(arguments.joined(separator: ", "))) }")
    }

    /// `{ (x: MLXArray) in x * sigmoid(x) }`
    func translateLambda(
        _ parameters: [String], _ body: TypedExpression, _ whole: TypedExpression
    ) -> SwiftExpression {
        guard case .function(let types, let result) = whole.type else {
            return SwiftExpression("nil")
        }
        let saved = (names, storage, bound, canThrow)
        defer { (names, storage, bound, canThrow) = saved }
        canThrow = false
        for (name, type) in zip(parameters, types) {
            names[name] = localName(name)
            storage[name] = type
            bound[name] = nil
        }
        let inputs = zip(parameters, types).map { "\(localName($0)): \(context.swift($1))" }
        let value = translate(body, as: result)
        if value.isThrowing {
            report(
                "lambda", at: whole.span, "may throw an error, as no function that is passed on may"
            )
        }
        return SwiftExpression("{ (\(inputs.joined(separator: ", "))) in \(value.text) }")
    }
}

extension FamilyContext {
    /// A function of the sources, by dotted name.
    func function(_ dotted: String) -> TypedFunction? {
        family.allModules.lazy.filter { dotted.hasPrefix("\($0.parsed.name).") }
            .flatMap(\.functions).first { $0.name == dotted.lastComponent }
    }
}
