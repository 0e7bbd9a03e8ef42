import Analysis
import Operations
import PythonSyntax

extension FunctionTranslator {
    /// List, dictionary and generator comprehensions as `map`, `filter` and their relatives.
    func translateComprehension(
        _ kind: ComprehensionKind, _ element: TypedExpression, _ value: TypedExpression?,
        _ clauses: [TypedClause], _ whole: TypedExpression
    ) -> SwiftExpression {
        if kind == .set {
            let list = TypedExpression(
                whole.kind, .list(element.type), span: whole.span)
            let elements = translateComprehension(.list, element, nil, clauses, list)
            return SwiftExpression("Set(\(elements.text))", isThrowing: elements.isThrowing)
        }
        let clause = clauses[0]
        if clauses.count > 1 {
            guard value == nil else {
                report(
                    "dictionary comprehension", at: whole.span,
                    "more than one 'for' is not supported yet")
                return SwiftExpression("[:]")
            }
            let sequence = iterated(clause.iterable)
            return withBound(clause.target) { pattern in
                let filtered = filter(sequence, pattern, clause.conditions)
                let inner = translateComprehension(
                    kind, element, nil, Array(clauses.dropFirst()), whole)
                return closureCall(filtered, "flatMap", pattern, inner)
            }
        }
        if let value {
            return translateDictionaryComprehension(element, value, clause, whole)
        }
        let sequence = iterated(clause.iterable)
        return withBound(clause.target) { pattern in
            let filtered = filter(sequence, pattern, clause.conditions)
            let body = translate(element, as: elementType(whole.type))
            if let mapped = mapPresent(filtered, pattern, body, element.type) { return mapped }
            if body.text == pattern.single, !body.isThrowing { return filtered }
            return closureCall(filtered, "map", pattern, body)
        }
    }

    /// `any(p(x) for x in xs)` → `xs.contains { p($0) }`; `all(…)` → `allSatisfy`.
    func translateQuantifier(_ name: String, _ argument: TypedExpression) -> SwiftExpression {
        guard case .comprehension(let kind, let element, nil, let clauses) = argument.kind,
            name != "sum" || clauses.count == 1
        else {
            report(
                "\(name)()", at: argument.span, type: argument.type,
                "is only supported on a generator")
            return SwiftExpression("false")
        }
        let filtered = filter(clauses[0])
        // The test may stand in an `if`, where a trailing closure reads like its body.
        let sequence = SwiftExpression(
            filtered.text.withParenthesizedClosure, isThrowing: filtered.isThrowing)
        let rest = Array(clauses.dropFirst())
        return withBound(clauses[0].target) { pattern in
            let inner = TypedExpression(
                .comprehension(kind, element: element, value: nil, rest), argument.type,
                span: argument.span)
            let test = rest.isEmpty ? condition(element) : translateQuantifier(name, inner)
            let method =
                name == "any" ? "contains(where:" : name == "all" ? "allSatisfy(" : "count(where:"
            return SwiftExpression(
                "\(sequence.receiver).\(method) { \(closureBody(pattern, test)) })".replacing(
                    "( {", with: "({"),
                isThrowing: sequence.isThrowing || test.isThrowing)
        }
    }

    // MARK: Closures

    /// A closure's parameter list.
    struct Pattern {
        /// As written after `{`: `layer`, `(index, layer)`.
        let text: String
        /// The name, if there is one only.
        let single: String?
    }

    /// Runs a translation with a clause's target bound to closure parameters.
    func withBound<Result>(
        _ target: TypedTarget, unread: Set<String> = [], _ body: (Pattern) -> Result
    ) -> Result {
        let saved = (names, storage)
        defer { (names, storage) = saved }
        func bind(_ target: TypedTarget) -> String {
            switch target {
            case .local(let name, let type):
                guard name != "_", !unread.contains(name) else { return "_" }
                names[name] = localName(name)
                storage[name] = type
                return names[name]!
            case .tuple(let targets):
                let parts = targets.map(bind)
                return parts.allSatisfy { $0 == "_" } ? "_" : "(\(parts.joined(separator: ", ")))"
            default:
                return "_"
            }
        }
        let text = bind(target)
        let isSingle = if case .local = target { true } else { false }
        return body(Pattern(text: text, single: isSingle ? text : nil))
    }

    func closureCall(
        _ sequence: SwiftExpression, _ method: String, _ pattern: Pattern, _ body: SwiftExpression
    ) -> SwiftExpression {
        SwiftExpression(
            "\(sequence.receiver).\(method) { \(closureBody(pattern, body)) }",
            isThrowing: sequence.isThrowing || body.isThrowing)
    }

    /// `$0.isEmpty` where a short body mentions its one parameter as a name, else `x in …`.
    func closureBody(_ pattern: Pattern, _ body: SwiftExpression) -> String {
        let prefix = body.isThrowing ? "try " : ""
        guard let name = pattern.single, name != "_", body.text.count <= 40,
            body.text.mentions(of: name) == 1, !body.text.contains("{")
        else { return "\(pattern.text) in \(prefix)\(body.text)" }
        return prefix + body.text.replacingWord(name, with: "$0")
    }

    /// The elements that meet conditions; those of one class where that is a condition.
    func filter(
        _ sequence: SwiftExpression, _ pattern: Pattern, _ conditions: [TypedExpression]
    ) -> SwiftExpression {
        var sequence = sequence
        var conditions = conditions.flatMap(\.conjuncts).withoutImplied
        for (index, condition) in conditions.enumerated() {
            guard case .isInstance(let value, let type) = condition.kind,
                case .local(let name) = value.kind, names[name] == pattern.single,
                case .library = type, case .library? = storage[name]?.unwrapped
            else { continue }
            sequence = SwiftExpression(
                "\(sequence.receiver).compactMap { $0 as? \(context.swift(type)) }",
                isThrowing: sequence.isThrowing)
            storage[name] = type
            conditions.remove(at: index)
            break
        }
        for (index, condition) in conditions.enumerated() {
            guard case .isNone(let value, negated: true) = condition.kind,
                case .local(let name) = value.kind, names[name] == pattern.single,
                case .optional(let present)? = storage[name], present != .json
            else { continue }
            sequence = SwiftExpression(
                "\(sequence.receiver)\(Self.dropsNone)", isThrowing: sequence.isThrowing)
            storage[name] = present
            conditions.remove(at: index)
            break
        }
        return conditions.isEmpty
            ? sequence : closureCall(sequence, "filter", pattern, conjunction(conditions))
    }

    /// `xs.compactMap { $0 }.map { $0.size }` → `xs.compactMap { $0?.size }`
    private func mapPresent(
        _ sequence: SwiftExpression, _ pattern: Pattern, _ body: SwiftExpression, _ type: PythonType
    ) -> SwiftExpression? {
        guard let name = pattern.single, sequence.text.hasSuffix(Self.dropsNone),
            !type.isOptional, type != .json, !body.isThrowing, body.text.mentions(of: name) == 1,
            body.text.hasPrefix("\(name)."),
            body.text.dropFirst(name.count + 1).allSatisfy(\.isNamePart)
        else { return nil }
        return SwiftExpression(
            "\(sequence.text.dropLast(Self.dropsNone.count)).compactMap { $0?.\(body.text.dropFirst(name.count + 1)) }",
            isThrowing: sequence.isThrowing)
    }

    private static var dropsNone: String { ".compactMap { $0 }" }

    /// What a clause goes through: the sequence without what its conditions leave out.
    private func filter(_ clause: TypedClause) -> SwiftExpression {
        let sequence = iterated(clause.iterable)
        return withBound(clause.target) { filter(sequence, $0, clause.conditions) }
    }

    func conjunction(_ conditions: [TypedExpression]) -> SwiftExpression {
        let all = conditions.map { condition($0) }
        return all.dropFirst().reduce(all[0]) { $0.infix("&&", $1, .conjunction) }
    }

    private func elementType(_ type: PythonType) -> PythonType? {
        if case .list(let element) = type { element } else { nil }
    }

    /// A sequence to iterate over: `weights` alone means its keys.
    func iterated(_ iterable: TypedExpression) -> SwiftExpression {
        if iterable.type.unwrapped == .json { return ofJSON(iterable, "pythonElements") }
        if iterable.type == .string {
            let text = translate(iterable, as: .string)
            return SwiftExpression(
                "\(text.receiver).pythonCharacters", isThrowing: text.isThrowing)
        }
        let value = collection(iterable)
        if case .dictionary = iterable.type.unwrapped {
            return SwiftExpression("\(value.receiver).keys", isThrowing: value.isThrowing)
        }
        return value
    }
}

extension FunctionTranslator {
    /// What only a list, a dictionary or a string of a file has: its elements or their number.
    func ofJSON(_ value: TypedExpression, _ method: String) -> SwiftExpression {
        if !canThrow {
            report(
                "JSON value", at: value.span, type: value.type,
                "may have no elements, which this function cannot tell its caller")
        }
        return SwiftExpression("\(present(value).receiver).\(method)()", isThrowing: true)
    }
}

extension String {
    /// `xs.filter({ … })` for `xs.filter { … }`.
    fileprivate var withParenthesizedClosure: String {
        guard hasSuffix(" }"), let start = ranges(of: #/\.(filter|compactMap) \{ /#).last else {
            return self
        }
        let brace = index(start.upperBound, offsetBy: -3)
        return "\(self[..<brace])(\(self[index(after: brace)...]))"
    }

    /// How often a word occurs that is not part of a longer name.
    fileprivate func mentions(of word: String) -> Int { wordRanges(word).count }

    fileprivate func replacingWord(_ word: String, with replacement: String) -> String {
        var text = self
        for range in wordRanges(word).reversed() { text.replaceSubrange(range, with: replacement) }
        return text
    }

    private func wordRanges(_ word: String) -> [Range<Index>] {
        ranges(of: word).filter { range in
            let before = range.lowerBound > startIndex ? self[index(before: range.lowerBound)] : " "
            let after = range.upperBound < endIndex ? self[range.upperBound] : " "
            return !before.isNamePart && before != "." && !after.isNamePart && after != ":"
        }
    }
}

extension Character {
    fileprivate var isNamePart: Bool { isLetter || isNumber || self == "_" || self == "`" }
}
