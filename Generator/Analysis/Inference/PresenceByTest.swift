import Operations
import PythonSyntax

/// `y = None`, `if sorts: y = f(x)` and later `if sorts: g(y)`: behind the same test `y` is what it was set to.
extension FunctionChecker {
    /// What a test shows of locals that it has set before.
    func presence(shownBy test: Expression) -> [Expression: PythonType] {
        let tests = if case .boolean(.and, let operands) = test.kind { operands } else { [test] }
        var shown: [Expression: PythonType] = [:]
        for (name, type) in tests.compactMap({ setUnder[$0] }).joined()
        where locals[name]?.isOptional == true || locals[name] == PythonType.none {
            shown[Expression(.name(name))] = type
        }
        return shown
    }

    /// Notes the locals that a branch sets, which may be `None` before it, for later tests of the same.
    ///
    /// - Parameters:
    ///   - before: the types of locals in front of the branch, where some may be `None`
    ///   - after: those at its end
    func notePresence(
        under test: Expression, before: [String: PythonType], after: [String: PythonType]
    ) {
        guard tellsTheSameAgain(test) else { return }
        for (name, type) in after
        where type != .none && !type.isOptional && !test.mentions(name: name)
            && (before[name] == PythonType.none || before[name]?.isOptional == true)
        {
            setUnder[test, default: [:]][name] = type
        }
    }

    /// Keeps what holds behind both branches of a test.
    func keepPresence(alsoIn other: [Expression: [String: PythonType]]) {
        for (test, types) in setUnder {
            setUnder[test] = types.filter { other[test]?[$0.key] == $0.value }
        }
    }

    /// Forgets what tests have shown, where a name is set that they are about or ask.
    func forgetPresence(of name: String) {
        for test in setUnder.keys {
            if test.mentions(name: name) {
                setUnder[test] = nil
            } else {
                setUnder[test]?[name] = nil
            }
        }
    }

    /// Whether a test has the same outcome until one of its names is set: what a list or an array holds may change.
    private func tellsTheSameAgain(_ test: Expression) -> Bool {
        switch test.kind {
        case .name(let name): locals[name]?.isUnchanging == true
        case .unary(.not, let operand): tellsTheSameAgain(operand)
        case .boolean(_, let operands): operands.allSatisfy(tellsTheSameAgain)
        case .comparison(let first, let parts):
            ([first] + parts.map(\.operand)).allSatisfy(\.isNameOrConstant)
                && parts.allSatisfy { [.is, .isNot].contains($0.comparison) }
        default: false
        }
    }
}

extension PythonType {
    /// Whether the truth of a value of the type stays what it is.
    fileprivate var isUnchanging: Bool {
        switch unwrapped {
        case .boolean, .integer, .float, .string, .none: true
        default: false
        }
    }
}

extension Expression {
    fileprivate var isNameOrConstant: Bool {
        switch kind {
        case .name, .constant: true
        default: false
        }
    }
}
