import Analysis
import Operations

extension FunctionTranslator {
    /// The body of a function that the engine compiles: arrays go in, and what else it is given is
    /// part of the graph.
    func compiled(_ body: [SwiftStatement], _ compilation: TypedFunction.Compilation)
        -> SwiftStatement
    {
        let given = function.parameters.filter { $0.type != .none }
        let inputs = given.filter { $0.type.unwrapped == .array }
        let constants = given.filter { $0.type.unwrapped != .array }
        for parameter in constants where !parameter.type.isPlainValue {
            report(
                "compiled function '\(function.name)'", at: function.span, type: parameter.type,
                "'\(parameter.name)' is neither an array nor a number, string or truth value")
        }
        if !Self.compiledResults.contains(function.result) {
            report(
                "compiled function '\(function.name)'", at: function.span, type: function.result,
                "only one array, two or three can be its result")
        }
        let spelled = { (parameter: TypedParameter) in self.names[parameter.name] ?? parameter.name
        }
        var arguments = inputs.map(spelled)
        if let first = constants.first {
            arguments.append("by: \(spelled(first))")
            arguments += constants.dropFirst().map(spelled)
        }
        if compilation == .shapeless { arguments.append("shapeless: true") }
        return .closure(
            opening: "compiled(\(arguments.joined(separator: ", ")))",
            parameters: inputs.map(spelled).joined(separator: ", "),
            body: body.count == 1 ? body.map(\.withoutReturn) : body)
    }

    private static let compiledResults: [PythonType] = [
        .array, .tuple([.array, .array]), .tuple([.array, .array, .array]),
    ]
}

extension PythonType {
    /// Whether values of the type can be compared and kept.
    fileprivate var isPlainValue: Bool {
        switch self {
        case .integer, .float, .boolean, .string: true
        case .optional(let wrapped): wrapped.isPlainValue
        case .list(let element): element.isPlainValue
        default: false
        }
    }
}
