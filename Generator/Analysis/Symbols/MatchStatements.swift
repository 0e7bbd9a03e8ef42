import PythonSyntax

extension Program {
    /// Puts `if … elif …` with tests by `isinstance` and `==` in the place of a function's `match` statements.
    /// One with a pattern that has no such test stays.
    func resolveMatches(in function: FunctionInfo) {
        guard function.definition.body.containsMatch else { return }
        var resolver = MatchResolver(program: self, module: function.moduleName)
        function.replaceBody(resolver.resolved(function.definition.body))
    }
}

private struct MatchResolver {
    let program: Program
    let module: String
    private var count = 0

    init(program: Program, module: String) {
        self.program = program
        self.module = module
    }

    /// What a pattern asks of a subject, and the names that it binds.
    private struct Conditions {
        var tests: [Expression] = []
        var bindings: [Statement] = []
    }

    mutating func resolved(_ block: [Statement]) -> [Statement] {
        block.flatMap { statement -> [Statement] in
            let kind: StatementKind
            switch statement.kind {
            case .match(let subject, let cases):
                return resolved(subject, cases, span: statement.span) ?? [statement]
            case .if(let test, let then, let otherwise):
                kind = .if(test: test, then: resolved(then), otherwise: resolved(otherwise))
            case .for(let target, let iterable, let body, let otherwise):
                kind = .for(
                    target: target, iterable: iterable, body: resolved(body),
                    otherwise: resolved(otherwise))
            case .while(let test, let body, let otherwise):
                kind = .while(test: test, body: resolved(body), otherwise: resolved(otherwise))
            default: return [statement]
            }
            return [Statement(kind, span: statement.span)]
        }
    }

    private mutating func resolved(_ subject: Expression, _ cases: [MatchCase], span: SourceSpan)
        -> [Statement]?
    {
        var first: [Statement] = []
        var tested = subject
        if !subject.isNameOrAttributePath {
            count += 1
            tested = Expression(.name("subject\(SplitLocals.mark)m\(count)"), span: subject.span)
            first = [Statement(.assign(targets: [tested], value: subject), span: span)]
        }
        var chain: [Statement] = []
        for choice in cases.reversed() {
            guard var conditions = conditions(of: choice.pattern, on: tested) else { return nil }
            if let test = choice.test {
                let bound = conditions.bindings.boundNames
                guard !bound.contains(where: { test.mentions(name: $0) }) else { return nil }
                conditions.tests.append(test)
            }
            let body = conditions.bindings + resolved(choice.body)
            guard let test = junction(.and, conditions.tests) else {
                chain = body
                continue
            }
            chain = [Statement(.if(test: test, then: body, otherwise: chain), span: span)]
        }
        return first + chain
    }

    private func conditions(of pattern: MatchPattern, on subject: Expression) -> Conditions? {
        func compared(_ comparison: ComparisonOperator, _ value: Expression) -> Conditions {
            Conditions(tests: [
                Expression(
                    .comparison(subject, [ComparisonPart(comparison, value)]), span: value.span)
            ])
        }
        switch pattern {
        case .any: return Conditions()
        case .capture(let name): return Conditions(bindings: [binding(name, to: subject)])
        case .value(let value): return compared(.equal, value)
        case .singleton(let constant):
            return compared(.is, Expression(.constant(constant), span: subject.span))
        case .either(let patterns):
            let all = patterns.compactMap { conditions(of: $0, on: subject) }
            guard all.count == patterns.count, all.allSatisfy(\.bindings.isEmpty) else {
                return nil
            }
            let tests = all.compactMap { junction(.and, $0.tests) }
            // One that takes anything takes what the others take.
            guard tests.count == all.count else { return Conditions() }
            return Conditions(tests: [junction(.or, tests)].compactMap { $0 })
        case .named(let name, let inner):
            guard var found = conditions(of: inner, on: subject) else { return nil }
            found.bindings.append(binding(name, to: subject))
            return found
        case .instance(let type, let positional, let keywords):
            return instance(of: type, positional, keywords, subject)
        case .other: return nil
        }
    }

    /// `Point(x, y=0)`: an instance of the class, whose attributes have to match as well.
    private func instance(
        of type: Expression, _ positional: [MatchPattern], _ keywords: [MatchKeyword],
        _ subject: Expression
    ) -> Conditions? {
        let test = Expression(
            .call(
                function: Expression(.name("isinstance"), span: type.span),
                arguments: [Argument(.positional, subject), Argument(.positional, type)]),
            span: type.span)
        var found = Conditions(tests: [test])
        var parts: [(pattern: MatchPattern, subject: Expression)] = []
        if !positional.isEmpty {
            if let name = type.simpleName, Self.builtins.contains(name), positional.count == 1,
                program.resolve(type, in: module) == nil
            {
                parts.append((positional[0], subject))
            } else {
                guard let names = attributes(of: type), names.count >= positional.count else {
                    return nil
                }
                parts += zip(positional, names).map { pattern, name in
                    (pattern, attribute(name, of: subject, at: type))
                }
            }
        }
        parts += keywords.map { ($0.pattern, attribute($0.name, of: subject, at: type)) }
        for part in parts {
            guard let inner = conditions(of: part.pattern, on: part.subject) else { return nil }
            found.tests += inner.tests
            found.bindings += inner.bindings
        }
        return found
    }

    /// The types of Python's own that match with what they are themselves.
    private static let builtins: Set<String> = [
        "bool", "dict", "float", "int", "list", "set", "str", "tuple",
    ]

    /// The attributes that stand for positions in the pattern of a class: what `__match_args__` says, or a
    /// dataclass's fields.
    private func attributes(of type: Expression) -> [String]? {
        guard case .definition(let origin, let name)? = program.resolve(type, in: module),
            let info = program.classInfo("\(origin).\(name)")
        else { return nil }
        for case .assign(let targets, let value) in info.definition.body.map(\.kind)
        where targets.contains(where: { $0.simpleName == "__match_args__" }) {
            guard case .tuple(let elements) = value.kind else { return nil }
            let names = elements.compactMap { element -> String? in
                if case .constant(.string(let name)) = element.kind { name } else { nil }
            }
            return names.count == elements.count ? names : nil
        }
        return info.kind == .dataclass ? info.fields.map(\.name) : nil
    }

    private func attribute(_ name: String, of subject: Expression, at type: Expression)
        -> Expression
    {
        Expression(.attribute(of: subject, name: name), span: type.span)
    }

    private func binding(_ name: String, to value: Expression) -> Statement {
        let target = Expression(.name(name), span: value.span)
        return Statement(.assign(targets: [target], value: value), span: value.span)
    }

    private func junction(_ operation: BooleanOperator, _ operands: [Expression]) -> Expression? {
        guard let first = operands.first else { return nil }
        return operands.count == 1
            ? first : Expression(.boolean(operation, operands), span: first.span)
    }
}

extension [Statement] {
    fileprivate var containsMatch: Bool {
        contains { statement in
            if case .match = statement.kind { return true }
            if case .function = statement.kind { return false }
            return statement.statements.containsMatch
        }
    }
}
