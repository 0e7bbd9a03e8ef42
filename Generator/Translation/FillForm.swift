import Operations

extension SwiftForm {
    /// Fills a spelling with arguments.
    ///
    /// `{name}` is replaced by the argument; a segment in `[[ ]]` is left out if it mentions an
    /// argument that is not given. `integers` names the arguments that are of type `Int`, which
    /// `{name:Double}` converts. Returns `nil` if a required argument is missing, or if an argument
    /// is given that the spelling has no place for.
    func filled(_ arguments: [String: SwiftExpression], integers: Set<String> = [])
        -> SwiftExpression?
    {
        var text = ""
        var used: Set<String> = []
        var rest = template[...]
        while let open = rest.place(of: "[[") {
            guard let close = rest[open.upperBound...].place(of: "]]") else { return nil }
            var named = used
            let optional = Self.substitute(
                rest[open.upperBound..<close.lowerBound], arguments, integers, &named)
            guard
                let literal = Self.substitute(
                    rest[..<open.lowerBound], arguments, integers, &used, before: optional ?? "")
            else { return nil }
            text += literal + (optional ?? "")
            used.formUnion(named)
            rest = rest[close.upperBound...]
        }
        guard let tail = Self.substitute(rest, arguments, integers, &used) else { return nil }
        text += tail
        guard used.isSuperset(of: arguments.keys) else { return nil }
        // What is nothing but an argument binds as that does.
        let only = arguments.count == 1 ? arguments.values.first { $0.text == text } : nil
        if text.place(of: "(, ") != nil { text = text.replacing("(, ", with: "(") }
        return SwiftExpression(
            text, only?.precedence ?? precedence,
            isThrowing: arguments.values.contains(where: \.isThrowing))
    }

    /// How tightly the spelling binds: operators of the template stand between two arguments.
    private var precedence: SwiftExpression.Precedence {
        guard template.hasPrefix("{") else { return .primary }
        func has(_ operation: String) -> Bool { template.place(of: "} \(operation) {") != nil }
        if has("*") || has("/") { return .multiplication }
        return has("+") || has("-") ? .addition : .primary
    }

    /// - Parameter next: what stands behind the segment.
    private static func substitute(
        _ segment: Substring, _ arguments: [String: SwiftExpression], _ integers: Set<String>,
        _ used: inout Set<String>, before next: String = ""
    ) -> String? {
        var text = ""
        var rest = segment
        while let open = rest.placeholderStart {
            guard let close = rest[open...].firstIndex(of: "}") else { return nil }
            let placeholder = Placeholder(rest[rest.index(after: open)..<close])
            let given = arguments[placeholder.name]
            guard let argument = given ?? placeholder.fallback.map({ SwiftExpression($0) }) else {
                return nil
            }
            used.insert(placeholder.name)
            used.insert(placeholder.argument)
            text += rest[..<open]
            let after = rest[rest.index(after: close)...]
            let follows = after.isEmpty ? next[...] : after
            let isMember =
                follows.hasPrefix(".") || follows.hasPrefix("(") || follows.hasPrefix("[")
            let isOperand =
                after.hasPrefix(" ") && !after.hasPrefix(" :") || text.hasSuffix("+ ")
                || text.hasSuffix("* ")
            let value =
                given == nil
                ? argument
                : argument.converted(
                    to: placeholder.conversion, isInteger: integers.contains(placeholder.name))
            text += isMember ? value.receiver : isOperand ? value.operand(.prefix) : value.text
            rest = after
        }
        return text + rest
    }
}

/// `{name}`, `{name.entry}`, `{name:Conversion}`, `{name=fallback}`, `{name:Conversion=fallback}`.
private struct Placeholder {
    /// The argument's name, `config`, or an entry's, `config.hidden_size`.
    let name: String
    var conversion: String?
    /// What stands there if the argument is not given.
    var fallback: String?

    init(_ text: Substring) {
        var head = text
        if let equals = text.firstIndex(of: "=") {
            fallback = String(text[text.index(after: equals)...])
            head = text[..<equals]
        }
        if let colon = head.firstIndex(of: ":") {
            conversion = String(head[head.index(after: colon)...])
            head = head[..<colon]
        }
        name = String(head)
    }

    /// The argument whose value, or of whose value an entry, stands there.
    var argument: String { String(name.prefix { $0 != "." }) }
}

extension SwiftExpression {
    /// The value in another Swift type; a literal becomes one of the type by itself.
    fileprivate func converted(to type: String?, isInteger: Bool) -> SwiftExpression {
        switch type {
        case nil: self
        case "ignored"?: SwiftExpression("")
        // Where a member follows, only the decimal point tells an integer literal from a Double.
        case "Double"? where isIntegerLiteral: SwiftExpression("\(text).0", precedence)
        case "Double"? where isInteger: SwiftExpression("Double(\(text))", isThrowing: isThrowing)
        case "Double"?: self
        case "listArray"?:
            SwiftExpression(
                "\(text.hasPrefix("[") ? "MLXArray" : "listArray")(\(text))", isThrowing: isThrowing
            )
        case "DType"?: text.hasPrefix(".") ? SwiftExpression("DType\(text)") : self
        case let list? where list.hasPrefix("["):
            // `[IntOrPair]` from a list that is no literal.
            text.hasPrefix("[")
                ? self
                : SwiftExpression(
                    "\(receiver).map { \(list.dropFirst().dropLast())($0) }", isThrowing: isThrowing
                )
        case let type?:
            isNumberLiteral || text.hasPrefix("[") || text.hasPrefix(".") || text == "nil"
                ? self : SwiftExpression("\(type)(\(text))", isThrowing: isThrowing)
        }
    }

    private var isIntegerLiteral: Bool {
        !text.isEmpty && text.drop { $0 == "-" }.allSatisfy { $0.isNumber || $0 == "_" }
    }

    private var isNumberLiteral: Bool {
        isIntegerLiteral || Double(text.replacing("_", with: "")) != nil
    }
}

extension Substring {
    /// The next brace that is no closure's: `{ f($0) }` is text.
    fileprivate var placeholderStart: Index? {
        utf8.indices.first { place in
            utf8[place] == UInt8(ascii: "{")
                && utf8[place...].dropFirst().first.map { $0 != UInt8(ascii: " ") } ?? false
        }
    }
}

extension StringProtocol {
    /// Where a text first stands, compared byte by byte.
    func place(of token: String) -> Range<Index>? {
        var rest = utf8[...]
        while let start = rest.firstIndex(of: token.utf8.first ?? 0) {
            rest = rest[start...]
            if rest.starts(with: token.utf8) {
                return start..<utf8.index(start, offsetBy: token.utf8.count)
            }
            rest = rest.dropFirst()
        }
        return nil
    }
}
