/// One line of canonical Python text.
public struct CanonicalLine: Hashable, Sendable {
    /// Without indentation.
    public let text: String
    /// How many blocks it stands in.
    public let depth: Int
    /// Where it stands in the source. Not part of equality.
    public let line: Int

    public init(_ text: String, depth: Int = 0, line: Int = 0) {
        self.text = text
        self.depth = depth
        self.line = line
    }

    public static func == (left: CanonicalLine, right: CanonicalLine) -> Bool {
        left.text == right.text && left.depth == right.depth
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(text)
        hasher.combine(depth)
    }
}

extension [Statement] {
    /// The statements in canonical text; documentation strings are left out.
    public func canonicalLines(depth: Int = 0) -> [CanonicalLine] {
        flatMap { $0.canonicalLines(depth: depth) }
    }
}

extension Statement {
    fileprivate func canonicalLines(depth: Int) -> [CanonicalLine] {
        func line(_ text: String) -> [CanonicalLine] {
            [CanonicalLine(text, depth: depth, line: span.line)]
        }
        func block(_ head: String, _ body: [Statement]) -> [CanonicalLine] {
            line(head) + body.canonicalLines(depth: depth + 1)
        }
        switch kind {
        case .expression(let value):
            if case .constant(.string) = value.kind { return [] }
            return line(value.canonicalText)
        case .assign(let targets, let value):
            return line((targets + [value]).map(\.canonicalText).joined(separator: " = "))
        case .annotatedAssign(let target, let annotation, let value):
            return line(
                "\(target.canonicalText): \(annotation.canonicalText)"
                    + (value.map { " = \($0.canonicalText)" } ?? ""))
        case .augmentedAssign(let target, let operation, let value):
            return line("\(target.canonicalText) \(operation.rawValue)= \(value.canonicalText)")
        case .return(let value): return line(words("return", value))
        case .if(let test, let then, let otherwise):
            return block("if \(test.canonicalText):", then)
                + (otherwise.isEmpty ? [] : block("else:", otherwise))
        case .for(let target, let iterable, let body, let otherwise):
            return block("for \(target.canonicalText) in \(iterable.canonicalText):", body)
                + (otherwise.isEmpty ? [] : block("else:", otherwise))
        case .while(let test, let body, let otherwise):
            return block("while \(test.canonicalText):", body)
                + (otherwise.isEmpty ? [] : block("else:", otherwise))
        case .break: return line("break")
        case .continue: return line("continue")
        case .pass: return line("pass")
        case .assert(let test, let message):
            return line(
                "assert \(test.canonicalText)" + (message.map { ", \($0.canonicalText)" } ?? ""))
        case .raise(let exception, let cause):
            return line(
                words("raise", exception) + (cause.map { " from \($0.canonicalText)" } ?? ""))
        case .try(let body, let handlers, let otherwise, let finally):
            return block("try:", body)
                + handlers.flatMap { handler in
                    block(
                        words("except", handler.type) + (handler.name.map { " as \($0)" } ?? "")
                            + ":", handler.body)
                }
                + (otherwise.isEmpty ? [] : block("else:", otherwise))
                + (finally.isEmpty ? [] : block("finally:", finally))
        case .with(let items, let body):
            let heads = items.map { item in
                item.context.canonicalText + (item.target.map { " as \($0.canonicalText)" } ?? "")
            }
            return block("with \(heads.joined(separator: ", ")):", body)
        case .function(let function):
            return function.decorators.flatMap { line("@\($0.canonicalText)") }
                + block(function.signature, function.body)
        case .class(let definition):
            return definition.decorators.flatMap { line("@\($0.canonicalText)") }
                + block(definition.heading, definition.body)
        case .import(let aliases): return line("import \(aliases.texts)")
        case .importFrom(let module, let names, let level):
            let dots = String(repeating: ".", count: level)
            return line("from \(dots)\(module ?? "") import \(names.texts)")
        case .delete(let targets):
            return line("del \(targets.map(\.canonicalText).joined(separator: ", "))")
        case .global(let names): return line("global \(names.joined(separator: ", "))")
        case .nonlocal(let names): return line("nonlocal \(names.joined(separator: ", "))")
        case .match(let subject, let cases):
            return line("match \(subject.canonicalText):")
                + cases.flatMap { choice in
                    block(
                        "case \(choice.pattern.canonicalText)"
                            + (choice.test.map { " if \($0.canonicalText)" } ?? "") + ":",
                        choice.body)
                }
        case .other(let name): return line("<\(name)>")
        }
    }

    private func words(_ keyword: String, _ value: Expression?) -> String {
        value.map { "\(keyword) \($0.canonicalText)" } ?? keyword
    }
}

extension [ImportAlias] {
    fileprivate var texts: String {
        map { name in name.alias.map { "\(name.name) as \($0)" } ?? name.name }
            .joined(separator: ", ")
    }
}

extension FunctionDefinition {
    /// `def f(self, x: int = 1) -> int:`
    public var signature: String {
        "\(isAsync ? "async " : "")def \(name)(\(parameters.canonicalText))"
            + (returns.map { " -> \($0.canonicalText)" } ?? "") + ":"
    }
}

extension ClassDefinition {
    /// `class C(Base, metaclass=M):`
    public var heading: String {
        let keywords = keywords.compactMap { argument -> String? in
            guard case .keyword(let name) = argument.label else { return nil }
            return "\(name)=\(argument.value.canonicalText)"
        }
        let parents = bases.map(\.canonicalText) + keywords
        return "class \(name)" + (parents.isEmpty ? "" : "(\(parents.joined(separator: ", ")))")
            + ":"
    }
}
