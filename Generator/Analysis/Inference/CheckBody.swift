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
            typed += check(function.definition.body[index])
            if typed.endsFlow { break }
        }
        return typed
    }

    /// The local that a statement sets to a value which no variable can hold together with the one before.
    private func retypedLocal(at index: Int) -> String? {
        let body = function.definition.body
        guard case .assign(let targets, let value) = body[index].kind, targets.count == 1,
            let name = targets[0].simpleName, let old = locals[name], old != .unknown,
            Array(body[..<index]).assignmentCount(of: name) > 0
        else { return nil }
        let new = check(value, quietly: true).type
        // An operation takes a number for an array; a variable of Swift holds one or the other.
        if new == .array, [.integer, .float, .boolean].contains(old) { return name }
        guard new != .unknown, old.joined(with: new) == nil, commonProtocol(old, new) == nil,
            commonJSON(old, new) == nil
        else { return nil }
        return name
    }
}
