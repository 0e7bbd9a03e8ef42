import Operations
import PythonSyntax

extension FunctionChecker {
    /// What a loop goes over whose target takes each element apart where only the element tells how many parts it has:
    /// the rows of an array, `for t, h, w in grid`, or lists.
    func unpackingRows(_ sequence: TypedExpression, into target: Expression) -> TypedExpression {
        guard let targets = target.unpackedTargets else {
            return asIntegers(sequence, goneThroughBy: target)
        }
        if case .call(let call) = sequence.kind, case .builtin(let name) = call.callee,
            ["enumerate", "zip"].contains(name)
        {
            let inner = name == "enumerate" ? Array(targets.dropFirst()) : targets
            guard inner.count == call.arguments.count else { return sequence }
            let arguments = zip(call.arguments, inner).map { argument, target in
                TypedArgument(
                    parameter: argument.parameter,
                    value: unpackingRows(argument.value, into: target))
            }
            let elements = arguments.map { elementType(of: $0.value.type) }
            return TypedExpression(
                .call(TypedCall(callee: call.callee, arguments: arguments)),
                .list(.tuple(name == "enumerate" ? [.integer] + elements : elements)),
                span: sequence.span)
        }
        let entry: PythonType
        switch elementType(of: sequence.type) {
        case .array: entry = .array
        case .list(let type): entry = type
        default: return sequence
        }
        let names = [2: "pairs", 3: "triples", 4: "quadruples"]
        guard let name = names[targets.count],
            !targets.contains(where: { if case .starred = $0.kind { true } else { false } })
        else {
            report(
                "loop over rows", at: target.span, type: sequence.type,
                "only rows of two, three or four elements are taken apart",
                hint: "take the row apart in the loop's body")
            return sequence
        }
        return builtinCall(
            name, sequence, [], .list(.tuple(Array(repeating: entry, count: targets.count))),
            sequence.span)
    }
}

extension Expression {
    /// The targets among which a value is taken apart.
    var unpackedTargets: [Expression]? {
        switch kind {
        case .tuple(let targets), .list(let targets): targets
        default: nil
        }
    }
}
