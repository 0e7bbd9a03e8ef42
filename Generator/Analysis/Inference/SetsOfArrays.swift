import Operations
import PythonSyntax

/// Sets of arrays, which Python tells apart by identity: which arrays are one object, it says of what a loop takes out
/// of an array, where each is its own.
extension FunctionChecker {
    /// Reports an array that is put into a set or looked for in one, unless it is such an element.
    func checkIdentity(of element: TypedExpression, in set: PythonType) {
        guard case .set(.array) = set, element.type == .array else { return }
        func isArray(_ value: Expression) -> Bool {
            check(value, quietly: true).type.unwrapped == .array
        }
        if case .local(let name) = element.kind,
            function.definition.body.isElement(name, where: isArray)
        {
            return
        }
        report(
            "set of arrays", at: element.span, type: element.type,
            "Python tells arrays apart by identity",
            hint: "only what a loop takes out of an array is known to be an object of its own")
    }
}

extension [Statement] {
    /// Whether nothing but loops over arrays sets a name.
    fileprivate func isElement(_ name: String, where isArray: (Expression) -> Bool) -> Bool {
        let loops = loopSources(of: name)
        return !loops.isEmpty && assignmentCount(of: name) == 2 * loops.count
            && loops.allSatisfy { $0.map(isArray) ?? false }
    }

    /// What the loops go over whose target, or the second half of it where they enumerate, is a name.
    private func loopSources(of name: String) -> [Expression?] {
        flatMap { statement -> [Expression?] in
            let inner = statement.statements.loopSources(of: name)
            guard case .for(let target, let iterable, _, _) = statement.kind,
                target.boundNames.contains(name)
            else { return inner }
            if target.simpleName == name { return [iterable] + inner }
            guard case .tuple(let pair) = target.kind, pair.count == 2,
                pair[1].simpleName == name,
                case .call(let callee, let arguments) = iterable.kind,
                callee.simpleName == "enumerate", arguments.count == 1
            else { return [nil] + inner }
            return [arguments[0].value] + inner
        }
    }
}
