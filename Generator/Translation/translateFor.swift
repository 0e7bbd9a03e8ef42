import Analysis
import Operations

extension FunctionTranslator {
    /// A `for` loop, whose pattern names what the body reads and nothing else.
    func translateFor(
        _ target: TypedTarget, _ iterable: TypedExpression, _ body: [TypedStatement],
        at statement: TypedStatement
    ) -> [SwiftStatement] {
        let loop = Loop(target: target, iterable: iterable, body: body)
        if loop.doesNothing { return [] }
        for name in target.localNames where plan.leakingNames.contains(name) {
            report("loop variable '\(name)'", at: statement.span, "is used behind the loop")
        }
        let visible = loop.withoutUnreadHalf
        let sequence =
            visible.isOverPositions
            ? indices(of: visible.iterable) : iterated(visible.iterable)
        // What ends in a closure would read like the loop's body.
        let given = evaluated(sequence)
        let start = given.hasSuffix("}") ? "(\(given))" : given
        let assigned = visible.target.localNames.filter { name in
            body.contains { $0.assigns(name) }
        }
        return withBound(visible.target, unread: loop.unreadNames) { pattern in
            // Swift's loop variables are constants.
            let copies = assigned.compactMap { names[$0] }.map {
                SwiftStatement.line("var \($0) = \($0)")
            }
            return [
                .for(
                    pattern: pattern.text, sequence: start, filter: nil,
                    body: copies + translateBlock(body))
            ]
        }
    }

    private func indices(of list: TypedExpression) -> SwiftExpression {
        let translated = translate(list)
        return SwiftExpression(
            "\(translated.receiver).indices", isThrowing: translated.isThrowing)
    }
}

/// What a `for` goes over, and what for.
private struct Loop {
    var target: TypedTarget
    var iterable: TypedExpression
    let body: [TypedStatement]
    /// Whether the target is the position in a list, not its element.
    var isOverPositions = false

    /// The names of the target that the body neither reads nor changes.
    var unreadNames: Set<String> {
        Set(target.localNames).subtracting(body.readLocals).filter { name in
            !body.contains { $0.assigns(name) }
        }
    }

    /// Whether nothing happens in any round, and nothing where the sequence is made.
    var doesNothing: Bool {
        let isEmpty = body.allSatisfy { $0.kind == .continue }
        return isEmpty
            && !iterable.contains {
                guard case .call(let call) = $0.kind else { return false }
                return call.callee != .builtin("enumerate")
            }
    }

    /// The loop over elements alone, or over positions alone, where `enumerate` gives both and one is read.
    var withoutUnreadHalf: Loop {
        guard case .call(let call) = iterable.kind, call.callee == .builtin("enumerate"),
            call.arguments.count == 1, case .tuple(let pair) = target, pair.count == 2
        else { return self }
        let sequence = call.arguments[0].value
        var reduced = self
        if unreadNames.isSuperset(of: pair[0].localNames) {
            reduced.target = pair[1]
            reduced.iterable = sequence
        } else if unreadNames.isSuperset(of: pair[1].localNames), case .list = sequence.type {
            reduced.target = pair[0]
            reduced.iterable = sequence
            reduced.isOverPositions = true
        }
        return reduced
    }
}
