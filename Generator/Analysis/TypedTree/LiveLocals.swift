/// The locals that something behind a statement may read, by the ways that control may take from it.
struct LiveLocals {
    /// What is read where a `break` leads.
    private var exit: Set<String> = []
    /// What is read where a `continue` leads.
    private var head: Set<String> = []
    /// What the handlers read that an error leads to.
    private var failing: Set<String> = []

    /// What is read from a block on, if `out` is read behind it.
    func before(_ block: some BidirectionalCollection<TypedStatement>, _ out: Set<String>)
        -> Set<String>
    {
        block.reversed().reduce(out) { before($1, $0) }
    }

    /// What is read once the expressions of a statement's own have been evaluated.
    func behindExpressions(of statement: TypedStatement, _ out: Set<String>) -> Set<String> {
        let live: Set<String> =
            switch statement.kind {
            case .assign(let targets, _): out.subtracting(targets.flatMap(\.localNames))
            case .return, .raise: []
            case .break: exit
            case .continue: head
            case .expression, .assert, .augmentedAssign: out
            case .if(_, let then, let otherwise): before(then, out).union(before(otherwise, out))
            case .for(_, _, let body), .while(_, let body):
                inLoop(statement, out).before(body, headOfLoop(statement, out))
                    .subtracting(statement.loopNames).union(out)
            case .try(let body, let handlers):
                inTry(handlers, out).before(body, out)
            case .function(let function): out.union(function.freeLocals)
            }
        return live.union(failing)
    }

    /// The same for what is inside of a loop.
    func inLoop(_ loop: TypedStatement, _ out: Set<String>) -> LiveLocals {
        var inner = self
        inner.exit = out
        inner.head = headOfLoop(loop, out)
        return inner
    }

    /// The same for what is inside of a `try`.
    func inTry(_ handlers: [TypedHandler], _ out: Set<String>) -> LiveLocals {
        var inner = self
        for handler in handlers { inner.failing.formUnion(before(handler.body, out)) }
        return inner
    }

    /// What is read from the head of a loop on, where the end of its body leads.
    func headOfLoop(_ loop: TypedStatement, _ out: Set<String>) -> Set<String> {
        let test: Set<String> =
            if case .while(let test, _) = loop.kind { test.readLocals } else { [] }
        var inner = self
        inner.exit = out
        inner.head = out.union(test)
        while true {
            let read = loop.blocks.reduce(inner.head) { $0.union(inner.before($1, inner.head)) }
            let next = read.subtracting(loop.loopNames).union(inner.head)
            if next == inner.head { return next }
            inner.head = next
        }
    }

    private func before(_ statement: TypedStatement, _ out: Set<String>) -> Set<String> {
        var read = statement.expressions.reduce(into: Set<String>()) {
            $0.formUnion($1.readLocals)
        }
        if case .augmentedAssign(let target, _, _) = statement.kind {
            read.formUnion(target.localNames)
        }
        return read.union(behindExpressions(of: statement, out))
    }
}

extension TypedStatement {
    /// The names that a loop sets for each turn.
    fileprivate var loopNames: [String] {
        if case .for(let target, _, _) = kind { target.localNames } else { [] }
    }
}
