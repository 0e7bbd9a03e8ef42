import PythonSyntax

extension Program {
    /// The parts of which mlx-vlm's loader makes an empty dictionary where the file has none, and an instance of
    /// what it has.
    static let partsOfFiles = ["text_config", "vision_config", "audio_config"]

    /// A `from_dict` as mlx-vlm's loader uses it: it decodes some parts once more, from the dictionary that the method
    /// was given. What a copy of that one has there is lost.
    ///
    /// - Parameters:
    ///   - body: the statements that make the entries.
    ///   - source: those of the method.
    /// - Returns: the statements without what is lost, and what is lost and cannot be left out.
    func withoutReloadedParts(
        _ body: [Statement], _ source: [Statement], _ parameter: String, of owner: ClassInfo
    ) -> (body: [Statement], problems: [FunctionProblem]) {
        guard reloadsParts, entryConfigurations.contains(owner.dottedName),
            case let copies = source.copies(of: parameter), let first = copies.first
        else { return (body, []) }
        let given = Self.partsOfFiles
        let parts = (given + ["perceiver_config", "projector_config"]).filter { name in
            owner.fields.contains { $0.name == name }
        }
        var lost: Set<Statement> = []
        var problems: [FunctionProblem] = []
        for entry in body.assignedEntries {
            guard parts.contains(entry.name), !entry.value.isPart(of: parameter),
                !entry.statement.span.isBefore(first.span)
            else { continue }
            let isCopied = copies.contains { copy in
                !entry.statement.span.isBefore(copy.span)
                    && (copy.isCertain || entry.statement.span.line <= copy.span.endLine)
            }
            if isCopied, given.contains(entry.name), source.makesDictionary(entry.value),
                !body.reads(entry.name, behind: entry.statement)
            {
                lost.insert(entry.statement)
                continue
            }
            problems.append(
                FunctionProblem(
                    construct: "'\(entry.name)'", span: entry.value.span,
                    message: "is set in a copy of '\(parameter)'; the loader takes the original's",
                    hint: nil))
        }
        return (lost.isEmpty ? body : body.without(lost, keeping: parameter), problems)
    }
}

/// A place where a function makes a copy of a parameter under its name.
private struct CopiedParameter {
    let span: SourceSpan
    /// Whether it is one on every way there.
    let isCertain: Bool
}

/// A statement that sets what a dictionary has under a literal key.
private struct AssignedEntry {
    let name: String
    let value: Expression
    let statement: Statement
}

extension SourceSpan {
    fileprivate func isBefore(_ other: SourceSpan) -> Bool {
        (line, column) < (other.line, other.column)
    }
}

extension [Statement] {
    /// The statements that set the name, in their order.
    fileprivate func copies(of name: String) -> [CopiedParameter] {
        flatMap { statement -> [CopiedParameter] in
            if case .assign(let targets, _) = statement.kind,
                targets.contains(where: { $0.simpleName == name })
            {
                return [CopiedParameter(span: statement.span, isCertain: true)]
            }
            return statement.statements.copies(of: name).map {
                CopiedParameter(span: $0.span, isCertain: false)
            }
        }
    }

    /// What the block, and those inside it, set under literal keys.
    fileprivate var assignedEntries: [AssignedEntry] {
        flatMap { statement -> [AssignedEntry] in
            guard case .assign(let targets, let value) = statement.kind, targets.count == 1,
                case .subscript(_, let key) = targets[0].kind,
                case .constant(.string(let name)) = key.kind
            else { return statement.statements.assignedEntries }
            return [AssignedEntry(name: name, value: value, statement: statement)]
        }
    }

    /// Whether a value is a dictionary that the statements make, not one that others hold as well.
    fileprivate func makesDictionary(_ value: Expression) -> Bool {
        switch value.kind {
        case .dictionary, .comprehension(.dictionary, _, _, _): return true
        case .call(let callee, _): return callee.simpleName == "dict"
        case .name(let name):
            let values = values(assignedTo: name)
            return !values.isEmpty
                && values.allSatisfy { $0.simpleName == nil && makesDictionary($0) }
        default: return false
        }
    }

    /// Whether something behind a statement mentions the key.
    fileprivate func reads(_ key: String, behind statement: Statement) -> Bool {
        contains { other in
            let isBehind = statement.span.isBefore(other.span)
            return isBehind && other.expressions.contains { $0.mentions(key: key) }
                || other.statements.reads(key, behind: statement)
        }
    }
}

// MARK: Leaving out

extension [Statement] {
    /// The statements without some, and without what is only there for these.
    fileprivate func without(_ lost: Set<Statement>, keeping parameter: String) -> [Statement] {
        var body = removing { lost.contains($0) }
        var names = body.plainNames.subtracting([parameter])
        while true {
            let kept = names.subtracting(body.namesUsed(besideThoseThatMake: names))
            if kept == names { break }
            names = kept
        }
        let unread = names
        body = body.removing { $0.isOnly(for: unread) }
        return body
    }

    private func removing(_ isRemoved: (Statement) -> Bool) -> [Statement] {
        compactMap { statement in
            if isRemoved(statement) { return nil }
            guard case .if(let test, let then, let otherwise) = statement.kind else {
                return statement
            }
            let (first, second) = (then.removing(isRemoved), otherwise.removing(isRemoved))
            if first.isEmpty, second.isEmpty, !test.changesDictionary(besides: []) { return nil }
            return Statement(
                .if(test: test, then: first, otherwise: second), span: statement.span)
        }
    }

    private var plainNames: Set<String> {
        reduce(into: []) { names, statement in
            if case .assign(let targets, _) = statement.kind {
                names.formUnion(targets.compactMap(\.simpleName))
            }
            names.formUnion(statement.statements.plainNames)
        }
    }

    /// The names that statements mention which do more than making some locals.
    private func namesUsed(besideThoseThatMake locals: Set<String>) -> Set<String> {
        reduce(into: []) { names, statement in
            if statement.isOnly(for: locals) { return }
            names.formUnion(
                statement.expressions.reduce(into: Set<String>()) { $0.formUnion($1.names) })
            names.formUnion(statement.statements.namesUsed(besideThoseThatMake: locals))
        }
    }
}

extension Statement {
    /// Whether the statement does nothing but give locals their values.
    fileprivate func isOnly(for locals: Set<String>) -> Bool {
        guard expressions.allSatisfy({ !$0.changesDictionary(besides: locals) }) else {
            return false
        }
        switch kind {
        case .assign(let targets, _):
            return targets.allSatisfy { $0.dictionaryRoot.map(locals.contains) == true }
        case .expression(let value):
            guard case .call(let callee, _) = value.kind, case .attribute(let base, _) = callee.kind
            else { return false }
            return base.dictionaryRoot.map(locals.contains) == true
        case .if: return statements.allSatisfy { $0.isOnly(for: locals) }
        default: return false
        }
    }
}

extension Expression {
    /// The name at the root of `name[a][b]`.
    fileprivate var dictionaryRoot: String? {
        if case .subscript(let base, _) = kind { return base.dictionaryRoot }
        return simpleName
    }

    /// Whether a method inside changes a dictionary that is none of some locals.
    fileprivate func changesDictionary(besides locals: Set<String>) -> Bool {
        if case .call(let callee, _) = kind, case .attribute(let base, let method) = callee.kind,
            ["pop", "update", "setdefault", "clear", "popitem"].contains(method),
            base.dictionaryRoot.map(locals.contains) != true
        {
            return true
        }
        return children.contains { $0.changesDictionary(besides: locals) }
    }

    /// The names that the expression mentions.
    fileprivate var names: Set<String> {
        children.reduce(into: Set([simpleName].compactMap { $0 })) { $0.formUnion($1.names) }
    }

    fileprivate func mentions(key: String) -> Bool {
        kind == .constant(.string(key)) || children.contains { $0.mentions(key: key) }
    }
}
