import Analysis
import Operations

extension Binding {
    /// What declares the name.
    var keyword: String { isChanged ? "var" : "let" }
}

extension FunctionTranslator {
    /// Stores what a statement has changed in a copy that a test has bound: a dictionary is a value in Swift.
    func storedAgain(_ binding: [Binding], after statement: TypedStatement) -> [SwiftStatement] {
        binding.filter { $0.isChanged && statement.changesInPlace($0.path) }.map {
            .line("self.\($0.name) = \($0.name)")
        }
    }
}

extension TypedStatement {
    /// Whether the statement sets an entry of the dictionary or list that a path leads to, or adds to or
    /// removes from it.
    func changesInPlace(_ path: String) -> Bool {
        let targets: [TypedTarget] =
            switch kind {
            case .assign(let targets, _): targets
            case .augmentedAssign(let target, _, _): [target]
            default: []
            }
        let isSet = targets.contains {
            if case .element(let base, _) = $0 {
                base.path == path && !base.type.isReference
            } else {
                false
            }
        }
        let isCalled = expressions.contains { expression in
            expression.contains {
                guard case .call(let call) = $0.kind else { return false }
                return call.changedArguments.contains { $0.path == path }
            }
        }
        return isSet || isCalled || blocks.contains { $0.contains { $0.changesInPlace(path) } }
    }
}
