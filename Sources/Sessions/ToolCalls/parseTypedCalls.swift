import Foundation
import ModelRuntime

// Calls in XML whose arguments are text that the schema gives a type.

/// `<invoke name="…"><parameter name="…">value</parameter>…</invoke>`, as often as it follows.
func parseMinimaxM2(_ text: String, _ schemas: ToolSchemas) throws -> [ToolCall] {
    text.parts(between: "<invoke name=", and: "</invoke>").compactMap { part in
        guard let (head, body) = part.split(at: ">"), !head.isEmpty else { return nil }
        let name = head.unquoted
        var arguments: OrderedJSON = [:]
        for parameter in body.parts(between: "<parameter name=", and: "</parameter>") {
            guard let (head, value) = parameter.split(at: ">"), !head.isEmpty else { continue }
            arguments[head.unquoted] = convert(
                value.trimmed.withoutOuterBreaks, schemas.types(of: head.unquoted, in: name))
        }
        return ToolCall(name: name, arguments: arguments)
    }
}

/// `name="…"><param name="…">value</param>…`, where a value may be a section of characters.
func parseMiniCPM5(_ text: String, _ schemas: ToolSchemas) throws -> [ToolCall] {
    let function =
        /(?:<function\s+)?(?:name\s*=\s*)?("[^"]*"|'[^']*'|[^\s"'<>]+)\s*>(.*?)(?:<\/function>|$)/
        .dotMatchesNewlines()
    let parameter =
        /<param\s+name\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]+)\s*>(.*?)<\/param>/.dotMatchesNewlines()
    return text.matches(of: function).map { match in
        let name = match.1.unquoted
        var arguments: OrderedJSON = [:]
        for match in match.2.matches(of: parameter) {
            let value = match.2.trimmed
            let isSection = value.hasPrefix("<![CDATA[") && value.hasSuffix("]]>")
            arguments[match.1.unquoted] = convert(
                isSection
                    ? String(value.dropFirst("<![CDATA[".count).dropLast("]]>".count)) : value,
                schemas.types(of: match.1.unquoted, in: name))
        }
        return ToolCall(name: name, arguments: arguments)
    }
}

/// A text as the narrowest of the types that it can be.
private func convert(_ value: String, _ types: Set<String>) -> OrderedJSON {
    let small = value.lowercased()
    if small == "null" || types.contains("null") && ["none", "nil"].contains(small) {
        return .null
    }
    func allows(_ names: String...) -> Bool { !types.isDisjoint(with: names) }
    if allows("integer", "int"), let int = Int(value.trimmed) { return .int(int) }
    if allows("number", "float"), let number = Double(value.trimmed), number.isFinite {
        return Int(exactly: number).map { .int($0) } ?? .double(number)
    }
    if allows("boolean", "bool") {
        if ["true", "1", "yes", "on"].contains(small.trimmed) { return .bool(true) }
        if ["false", "0", "no", "off"].contains(small.trimmed) { return .bool(false) }
    }
    if allows("object", "array"),
        let json = OrderedJSON(json: value) ?? PythonLiteral.parse(value)
    {
        return json
    }
    if allows("string", "str", "text") { return .string(value) }
    return OrderedJSON(json: value) ?? .string(value)
}
