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

    private mutating func braced(_ opening: String, _ body: (inout SwiftRenderer) -> Void, closing: String = "}") {
        line(opening + " {")
        depth += 1
        body(&self)
        depth -= 1
        line(closing)
    }

    mutating func render(_ declaration: SwiftDeclaration) {
        switch declaration {
        case .blank:
            line("")
        case .line(let documentation, let text):
            documentation.forEach { line("/// \($0)") }
            line(text)
        case .function(let documentation, let signature, let body):
            documentation.forEach { line("/// \($0)") }
            braced(signature) { renderer in body.forEach { renderer.render($0) } }
        case .type(let documentation, let header, let members):
            documentation.forEach { line("/// \($0)") }
            braced(header) { renderer in members.forEach { renderer.render($0) } }
        }
    }

    private mutating func render(_ statement: SwiftStatement) {
        switch statement {
        case .line(let text):
            line(text)
        case .if(let conditions, let then, let otherwise):
            renderIf("if \(conditions)", then, otherwise)
        case .for(let pattern, let sequence, let filter, let body):
            let condition = filter.map { " where \($0)" } ?? ""
            braced("for \(pattern) in \(sequence)\(condition)") { renderer in body.forEach { renderer.render($0) } }
        case .closure(let opening, let body):
            braced(opening) { renderer in body.forEach { renderer.render($0) } }
        case .while(let condition, let body):
            braced("while \(condition)") { renderer in body.forEach { renderer.render($0) } }
        case .conditionalAssignment(let prefix, let conditions, let then, let otherwise):
            line("\(prefix) = if \(conditions) { \(then) } else { \(otherwise) }")
        }
    }

    /// `else { if … }` becomes `else if …`.
    private mutating func renderIf(_ opening: String, _ then: [SwiftStatement], _ otherwise: [SwiftStatement]) {
        line(opening + " {")
        depth += 1
        then.forEach { render($0) }
        depth -= 1
        if otherwise.isEmpty {
            line("}")
        } else if otherwise.count == 1, case .if(let conditions, let inner, let rest) = otherwise[0] {
            renderIf("} else if \(conditions)", inner, rest)
        } else {
            line("} else {")
            depth += 1
            otherwise.forEach { render($0) }
            depth -= 1
            line("}")
        }
    }
}
