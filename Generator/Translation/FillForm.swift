import Operations

extension SwiftForm {
    /// Fills a spelling with arguments.
    ///
    /// `{name}` is replaced by the argument; a segment in `[[ ]]` is left out if it mentions an
    /// argument that is not given. Returns `nil` if a required argument is missing, or if an argument
    /// is given that the spelling has no place for.
    func filled(_ arguments: [String: SwiftExpression]) -> SwiftExpression? {
        var text = ""
        var used: Set<String> = []
        var rest = template[...]
        while let open = rest.range(of: "[[") {
            guard let literal = Self.substitute(rest[..<open.lowerBound], arguments, &used),
                let close = rest.range(of: "]]", after: open.upperBound)
            else { return nil }
            text += literal
            if let optional = Self.substitute(rest[open.upperBound..<close.lowerBound], arguments, &used) {
                text += optional
            }
            rest = rest[close.upperBound...]
        }
        guard let tail = Self.substitute(rest, arguments, &used) else { return nil }
        text += tail
        guard used.isSuperset(of: arguments.keys) else { return nil }
        return SwiftExpression(
            text.replacing("(, ", with: "("), precedence,
            isThrowing: arguments.values.contains(where: \.isThrowing))
    }

    /// How tightly the spelling binds: operators of the template stand between two arguments.
    private var precedence: SwiftExpression.Precedence {
        if template.hasPrefix("{"), template.contains("} * {") || template.contains("} / {") { return .multiplication }
        if template.hasPrefix("{"), template.contains("} + {") || template.contains("} - {") { return .addition }
        return .primary
    }

    private static func substitute(
        _ segment: Substring, _ arguments: [String: SwiftExpression], _ used: inout Set<String>
    ) -> String? {
        var text = ""
        var rest = segment
        while let open = rest.firstIndex(of: "{") {
            guard let close = rest[open...].firstIndex(of: "}") else { return nil }
            let name = String(rest[rest.index(after: open)..<close])
            guard let argument = arguments[name] else { return nil }
            used.insert(name)
            text += rest[..<open]
            let after = rest[rest.index(after: close)...]
            let isMember = after.hasPrefix(".") || after.hasPrefix("(") || after.hasPrefix("[")
            let isOperand = after.hasPrefix(" ") && !after.hasPrefix(" :") || text.hasSuffix("+ ") || text.hasSuffix("* ")
            text += isMember ? argument.receiver : isOperand ? argument.operand(.prefix) : argument.text
            rest = after
        }
        return text + rest
    }
}

extension Substring {
    fileprivate func range(of token: String, after start: Index) -> Range<Index>? {
        self[start...].range(of: token)
    }
}
