import Operations
import PythonSyntax

/// `ids.tolist()`: what is known of the array tells how deep the list is and what its numbers are, or how the list is
/// gone through, and that its numbers are used as indices.
extension FunctionChecker {
    /// The call, if the body tells what it gives.
    func checkListedArray(
        _ callee: Expression, _ arguments: [Argument], _ call: Expression
    ) -> TypedExpression? {
        guard case .attribute(let base, "tolist") = callee.kind, arguments.isEmpty else {
            return nil
        }
        guard let type = listType(of: call, check(base, quietly: true)) else { return nil }
        let array = check(base)
        guard array.type.unwrapped.isArray else { return nil }
        return builtinCall("array.tolist", array, [], type, call.span)
    }

    /// The type of the list of an array.
    private func listType(of call: Expression, _ array: TypedExpression) -> PythonType? {
        let facts = facts(of: array)
        guard facts.rank != 0 else { return nil }
        guard let kind = facts.kind, let rank = facts.rank else {
            return listDepth(of: call, array).map { PythonType.integer.listed($0) }
        }
        // Truth values that are counted with are integers.
        let isCounted = kind == .truth && listDepth(of: call, array) != nil
        return (isCounted ? .integer : kind.number).listed(rank)
    }
}

extension ElementKind {
    /// What Python makes of such a number.
    fileprivate var number: PythonType {
        switch self {
        case .truth: .boolean
        case .whole: .integer
        case .fraction: .float
        }
    }
}

extension PythonType {
    /// Lists in lists of it.
    fileprivate func listed(_ depth: Int) -> PythonType {
        (0..<depth).reduce(self) { element, _ in .list(element) }
    }
}

extension FunctionChecker {
    /// How deep the list of an array of whole numbers is, where the body tells by what it does with the elements.
    private func listDepth(of call: Expression, _ array: TypedExpression) -> Int? {
        let body = function.definition.body
        if let depth = body.indexDepth(of: call) { return depth }
        if body.convertsElements(of: call) || body.splits(at: call)
            || body.comparesElements(of: call) || extendsIntegers(with: call, of: array)
        {
            return 1
        }
        if let depth = body.comparedDepth(of: call) { return depth }
        let named = body.aliases(of: call).lazy.compactMap { body.indexDepth(of: $0) }.first
        return named ?? integerDepth(of: call)
    }

    /// How deep a list is whose elements the body puts where integers are: `numbers[i] = list[j][k]`.
    private func integerDepth(of list: Expression) -> Int? {
        let body = function.definition.body
        let names = body.assignedNames(of: list)
        return body.assignments.lazy.compactMap { targets, value -> Int? in
            guard let depth = value.depth(belowOneOf: names), depth > 0,
                targets.allSatisfy({ target in
                    guard case .subscript = target.kind else { return false }
                    return self.check(target, quietly: true).type == .integer
                })
            else { return nil }
            return depth
        }.first
    }

    /// `x.item()`, where something tells what kind of number it is: the body takes `count = x.item()` for a bound of a
    /// slice or a dimension, the array holds whole numbers or truth values by the way in which it is made, or the
    /// number is only compared with a literal. A number of positions, `mx.arange(x.item())`, has to be whole; of an
    /// array without dimensions `tolist` gives the number, too.
    func checkItem(
        _ callee: Expression, _ arguments: [Argument], _ call: Expression
    ) -> TypedExpression? {
        guard case .attribute(let base, let name) = callee.kind, arguments.isEmpty,
            ["item", "tolist"].contains(name),
            let kind = itemKind(of: base, call, isItem: name == "item"),
            let operation = program.table.builtinMethods["array"]?["\(kind)(item)"],
            case .type(let type) = operation.result
        else { return nil }
        let array = check(base)
        guard array.type == .array else { return nil }
        return TypedExpression(
            .call(
                TypedCall(
                    callee: .operation(operation),
                    arguments: [TypedArgument(parameter: "self", value: array)])), type,
            span: call.span)
    }

    private func itemKind(of base: Expression, _ call: Expression, isItem: Bool) -> String? {
        let body = function.definition.body
        if body.counts(with: call) { return "count" }
        let facts = facts(of: check(base, quietly: true))
        guard isItem || facts.rank == 0 else { return nil }
        if body.bounds(with: call) || body.shapes(with: call) { return "int" }
        switch facts.kind {
        case .truth: return "bool"
        case .whole: return "int"
        case .fraction: return "float"
        case nil:
            if body.comparesWithLiteral(call) { return "float" }
            return body.aliases(of: call).contains { body.counts(with: $0) } ? "count" : nil
        }
    }
}
