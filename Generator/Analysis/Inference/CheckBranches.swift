import Operations
import PythonSyntax

/// Statements with blocks that may not run, or run again.
extension FunctionChecker {
    func checkIf(
        _ test: Expression, _ then: [Statement], _ otherwise: [Statement], span: SourceSpan
    ) -> [TypedStatement] {
        let test = entryTest(test)
        let narrowing = narrowing(by: test)
        refuteTensor(testedBy: test)
        let typedTest = check(test)
        if let outcome = staticOutcome(typedTest) {
            narrowed.merge(outcome ? narrowing.whenTrue : narrowing.whenFalse) { _, new in new }
            return check(outcome ? then : otherwise)
        }
        let before = (locals, narrowed, absentCaches)
        let set = setUnder
        narrowed.merge(presence(shownBy: test)) { _, new in new }
        narrowed.merge(narrowing.whenTrue) { _, new in new }
        let typedThen = withFact(test, true) { check(then) }
        let afterThen = (locals, narrowed, absentCaches)
        let setThen = setUnder
        (locals, narrowed, absentCaches) = before
        setUnder = set
        narrowed.merge(narrowing.whenFalse) { _, new in new }
        let typedOtherwise = withFact(test, false) { check(otherwise) }
        let afterOtherwise = (locals, narrowed, absentCaches)

        if typedOtherwise.endsFlow {
            setUnder = setThen
        } else if !typedThen.endsFlow {
            keepPresence(alsoIn: setThen)
            notePresence(under: test, before: before.0, after: afterThen.0)
        }
        switch (typedThen.endsFlow, typedOtherwise.endsFlow) {
        case (true, _): (locals, narrowed, absentCaches) = afterOtherwise
        case (_, true): (locals, narrowed, absentCaches) = afterThen
        default:
            // What a test has shown about a local holds behind it where both branches agree.
            let (first, second) = (
                known((afterThen.0, afterThen.1)), known((afterOtherwise.0, afterOtherwise.1))
            )
            joinAbsentCaches((afterThen.2, first), (afterOtherwise.2, second), span: span)
            locals = first.merging(second) { one, _ in one }
            for (name, type) in first {
                guard let other = second[name] else { continue }
                noteMixed(name, before.0[name], [type, other])
                locals[name] =
                    type.joined(with: other) ?? commonList(type, other)
                    ?? jsonBesideList(type, other) ?? type
                if let common = commonLibraryProtocol(type, other) {
                    locals[name] = common
                    continue
                }
                // An instance that a test has shown is behind it what it was before.
                if case .library? = before.0[name]?.unwrapped, type.joined(with: other) == nil {
                    locals[name] = before.0[name]
                }
            }
            narrowed = afterThen.1.filter { afterOtherwise.1[$0.key] == $0.value }
        }
        return [
            TypedStatement(
                .if(test: typedTest, then: typedThen, otherwise: typedOtherwise), span: span)
        ]
    }

    /// The types of locals with what tests have shown of them.
    private func known(
        _ state: (locals: [String: PythonType], narrowed: [Expression: PythonType])
    ) -> [String: PythonType] {
        state.narrowed.reduce(into: state.locals) { types, entry in
            if let name = entry.key.simpleName, types[name] != nil { types[name] = entry.value }
        }
    }

    /// Checks a loop body twice, so that what one turn assigns is known to the next.
    func checkLoop<Result>(_ body: () -> Result) -> Result {
        let before = locals
        narrowed = narrowed.filter { path, _ in path.narrowedRoot == selfName }
        setUnder = [:]
        defer { setUnder = [:] }
        _ = body()
        setUnder = [:]
        locals = before.merging(locals) { $0.joined(with: $1) ?? $0 }
        let result = body()
        locals = before.merging(locals) { $0.joined(with: $1) ?? $0 }
        return result
    }
}
