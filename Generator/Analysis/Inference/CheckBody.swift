import Operations
import PythonSyntax

/// The statements of a whole function.
extension FunctionChecker {
    /// Checks the body. A name that a statement sets to a value of another type than it had is a new
    /// variable from there on.
    func checkBody() -> [TypedStatement] {
        var typed: [TypedStatement] = []
        for index in function.definition.body.indices {
            if let name = retypedLocal(at: index) {
                function.split(name, from: index)
                program.changed = true
            }
            var next = check(function.definition.body[index])
            if let unwrapping = unwrapping(before: next, at: index) {
                next = [unwrapping] + check(function.definition.body[index])
            }
            typed.append(next: next)
            if typed.endsFlow { break }
        }
        return typed
    }

    /// The local that a statement sets to a value which no variable can hold together with the one before.
    private func retypedLocal(at index: Int) -> String? {
        let body = function.definition.body
        guard let name = body[index].assignedName ?? decidedName(of: body[index]),
            Array(body[..<index]).assignmentCount(of: name) > 0 || isFilled(name, by: body[index])
        else { return nil }
        return retypedLocal(at: index, of: body)
    }

    /// Splits the local that a statement of an inner block sets to a value of another type, from the next
    /// round on.
    func splitRetypedLocal(at index: Int, of block: [Statement]) {
        guard let name = retypedLocal(at: index, of: block),
            function.split(name, at: block[index].span)
        else { return }
        program.changed = true
    }

    private func retypedLocal(at index: Int, of body: [Statement]) -> String? {
        guard let name = body[index].assignedName ?? decidedName(of: body[index]),
            let old = locals[name], old != .unknown,
            let new = assignedType(by: body[index])
        else { return nil }
        // An operation takes a number for an array; a variable of Swift holds one or the other.
        let numbers: [PythonType] = [.integer, .float, .boolean]
        if new == .array, numbers.contains(old) { return name }
        let isSetOnce = function.definition.body.assignmentCount(of: name) == 1
        if old == .array, numbers.contains(new), !isSetOnce, body[index].takesNumberOut {
            return name
        }
        guard new != .unknown, old.joined(with: new) == nil, commonProtocol(old, new) == nil,
            commonJSON(old, new) == nil
        else { return nil }
        return name
    }

    /// The one name that is set under a test that always holds: `if not isinstance(x, mx.array): x = …` of a list.
    private func decidedName(of statement: Statement) -> String? {
        guard let (test, name) = statement.guardedName,
            staticOutcome(check(test, quietly: true)) == true
        else { return nil }
        return name
    }

    /// Whether a test gives a parameter another value in both of its branches.
    private func isFilled(_ name: String, by statement: Statement) -> Bool {
        guard case .if = statement.kind else { return false }
        return function.parameters.contains { $0.name == name }
    }

    /// The type that the one name that a statement sets has behind it.
    private func assignedType(by statement: Statement) -> PythonType? {
        switch statement.kind {
        case .assign(_, let value):
            // Of what follows an exception nothing is reached.
            return missingAttribute(in: statement) == nil ? check(value, quietly: true).type : nil
        case .if(let test, let then, let otherwise):
            let narrowing = narrowing(by: test)
            if let outcome = staticOutcome(check(test, quietly: true)) {
                return withNarrowing(outcome ? narrowing.whenTrue : narrowing.whenFalse) {
                    assignedType(byLastOf: outcome ? then : otherwise)
                }
            }
            let first = withNarrowing(narrowing.whenTrue) { assignedType(byLastOf: then) }
            let second = withNarrowing(narrowing.whenFalse) { assignedType(byLastOf: otherwise) }
            return first.flatMap { type in second.flatMap { type.joined(with: $0) } }
        default: return nil
        }
    }

    private func assignedType(byLastOf block: [Statement]) -> PythonType? {
        let saved = (locals, narrowed)
        defer { (locals, narrowed) = saved }
        quietly { for statement in block.dropLast() { _ = check(statement) } }
        return block.last.flatMap { assignedType(by: $0) }
    }
}
