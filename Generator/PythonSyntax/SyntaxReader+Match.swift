import CPython

extension SyntaxReader {
    /// `match subject:` with its cases.
    func match(_ node: Node, depth: Int) throws -> StatementKind {
        .match(
            subject: try expression(node, .subject, depth: depth),
            cases: try children(node, .cases).compactMap { $0 }.map { choice in
                MatchCase(
                    pattern: try pattern(child(choice, .pattern), depth: depth),
                    test: try optionalExpression(choice, .guard, depth: depth),
                    body: try statements(choice, .body, depth: depth))
            })
    }

    private func pattern(_ node: Node, depth: Int) throws -> MatchPattern {
        let depth = try deeper(depth, at: node)
        func patterns(_ field: Field) throws -> [MatchPattern] {
            try children(node, field).compactMap { $0 }.map { try pattern($0, depth: depth) }
        }
        switch nodeClass(of: node) {
        case .matchValue: return .value(try expression(node, .value, depth: depth))
        case .matchSingleton: return .singleton(try constant(node))
        case .matchOr: return .either(try patterns(.patterns))
        case .matchAs:
            let name = try optionalString(node, .name)
            guard let inner = value(node, .pattern) else {
                return name.map { .capture($0) } ?? .any
            }
            let pattern = try pattern(inner, depth: depth)
            return name.map { .named($0, pattern) } ?? pattern
        case .matchClass:
            let names = try strings(node, .kwdAttrs)
            return .instance(
                of: try expression(node, .cls, depth: depth),
                positional: try patterns(.patterns),
                keywords: zip(names, try patterns(.kwdPatterns)).map {
                    MatchKeyword(name: $0, pattern: $1)
                })
        default: return .other(className(of: node))
        }
    }
}
