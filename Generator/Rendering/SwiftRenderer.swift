import Translation

/// Turns declarations and statements into lines of Swift. It alone knows indentation.
struct SwiftRenderer {
    private(set) var lines: [String] = []
    private var depth = 0

    static func render(_ declarations: [SwiftDeclaration]) -> String {
        var renderer = SwiftRenderer()
        for declaration in declarations { renderer.render(declaration) }
        return renderer.lines.joined(separator: "\n")
    }

    private mutating func line(_ text: String) {
        lines.append(text.isEmpty ? "" : String(repeating: "    ", count: depth) + text)
    }

    private mutating func braced(
        _ opening: String, parameters: String? = nil, _ body: (inout SwiftRenderer) -> Void,
        closing: String = "}"
    ) {
        line(opening + " {" + (parameters.map { " \($0) in" } ?? ""))
        depth += 1
        body(&self)
        depth -= 1
        line(closing)
    }

    private mutating func document(_ lines: [String]) {
        for text in lines { line("/// \(text)") }
    }

    private mutating func renderAll(_ declarations: [SwiftDeclaration]) {
        for declaration in declarations { render(declaration) }
    }

    private mutating func renderAll(_ statements: [SwiftStatement]) {
        for statement in statements { render(statement) }
    }

    mutating func render(_ declaration: SwiftDeclaration) {
        switch declaration {
        case .blank:
            line("")
        case .line(let documentation, let text):
            document(documentation)
            line(text)
        case .function(let documentation, let signature, let body):
            document(documentation)
            if let short = oneLine(signature, body), !signature.hasPrefix("public init") {
                line(short)
            } else {
                braced(signature) { $0.renderAll(body) }
            }
        case .type(let documentation, let header, let members):
            document(documentation)
            if members.isEmpty {
                line("\(header) {}")
            } else {
                braced(header) { $0.renderAll(members) }
            }
        }
    }

    private mutating func render(_ statement: SwiftStatement) {
        switch statement {
        case .line(let text):
            line(text)
        case .if(let conditions, let then, let otherwise):
            if otherwise.isEmpty, let short = oneLine("if \(conditions)", then) {
                return line(short)
            }
            renderIf("if \(conditions)", then, otherwise)
        case .guard(let conditions, let otherwise):
            if let short = oneLine("guard \(conditions) else", otherwise) { return line(short) }
            braced("guard \(conditions) else") { $0.renderAll(otherwise) }
        case .for(let pattern, let sequence, let filter, let body):
            let condition = filter.map { " where \($0)" } ?? ""
            braced("for \(pattern) in \(sequence)\(condition)") { $0.renderAll(body) }
        case .closure(let opening, let parameters, let body):
            braced(opening, parameters: parameters) { $0.renderAll(body) }
        case .while(let condition, let body):
            braced("while \(condition)") { $0.renderAll(body) }
        case .do(let body, let handlers):
            line("do {")
            indented(body)
            for handler in handlers {
                line("} catch \(handler.pattern.map { "\($0) " } ?? ""){")
                indented(handler.body)
            }
            line("}")
        case .conditionalAssignment(let prefix, let conditions, let then, let otherwise):
            line("\(prefix) = if \(conditions) { \(then) } else { \(otherwise) }")
        }
    }

    /// A body of one simple statement stands beside its header where both fit.
    private func oneLine(_ header: String, _ body: [SwiftStatement]) -> String? {
        guard body.count == 1, case .line(let text) = body[0], !text.contains("{") else {
            return nil
        }
        let short = "\(header) { \(text) }"
        return short.count + depth * 4 <= 90 ? short : nil
    }

    /// `else { if … }` becomes `else if …`.
    private mutating func renderIf(
        _ opening: String, _ then: [SwiftStatement], _ otherwise: [SwiftStatement]
    ) {
        line(opening + " {")
        indented(then)
        if otherwise.isEmpty {
            line("}")
        } else if otherwise.count == 1, case .if(let conditions, let inner, let rest) = otherwise[0]
        {
            renderIf("} else if \(conditions)", inner, rest)
        } else {
            line("} else {")
            indented(otherwise)
            line("}")
        }
    }

    private mutating func indented(_ statements: [SwiftStatement]) {
        depth += 1
        renderAll(statements)
        depth -= 1
    }
}
