import Analysis
import Operations

extension Binding {
    /// What declares the name.
    var keyword: String { isChanged ? "var" : "let" }

    /// Whether it is what an attribute of `self` holds.
    var isOwn: Bool { path == "self.\(path.lastComponent)" }
}

extension FunctionTranslator {
    /// Stores what a statement has changed in a copy that a test has bound, or takes the copy again where a method
    /// of the object may have changed that: a dictionary is a value in Swift.
    func storedAgain(_ binding: [Binding], after statement: TypedStatement) -> [SwiftStatement] {
        binding.filter(\.isChanged).compactMap { entry in
            if entry.isOwn, callsChangingMethod(statement) {
                let changed = SwiftExpression(
                    "required(self.\(entry.name), \"\(entry.path.lastComponent)\")",
                    isThrowing: true)
                return .line("\(entry.name) = \(evaluated(changed))")
            }
            return statement.changesInPlace(entry.path)
                ? .line("self.\(entry.name) = \(entry.name)") : nil
        }
    }

    /// Whether the statement itself calls a method of its object, a value, that changes that.
    func callsChangingMethod(_ statement: TypedStatement) -> Bool {
        statement.expressions.contains { expression in
            expression.contains {
                guard case .call(let call) = $0.kind,
                    case .method(let receiver, let className, let name) = call.callee,
                    receiver.kind == .selfObject
                else { return false }
                return context.classes[className]?.method(name)?.isChanging == true
            }
        }
    }

    /// Whether a statement inside of one of the block's calls such a method, after which no copy holds.
    func callsChangingMethodInside(_ block: [TypedStatement]) -> Bool {
        block.flatMap(\.blocks).contains { inner in
            inner.contains { callsChangingMethod($0) } || callsChangingMethodInside(inner)
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
