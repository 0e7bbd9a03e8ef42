import ModelRuntime

// Calls whose arguments are JSON.

/// `{"name": …, "arguments": {…}}`.
func parseJSONTools(_ text: String) throws -> [ToolCall] {
    guard let call = OrderedJSON(json: text.trimmed), let name = call["name"]?.string else {
        throw ToolCallError(text: text)
    }
    return [ToolCall(name: name, arguments: call["arguments"] ?? [:])]
}

/// `[{"name": …, "arguments": {…}}, …]`, or `name[ARGS]{…}` as often as it follows.
func parseMistral(_ text: String) throws -> [ToolCall] {
    if let list = OrderedJSON(json: text)?.array, !list.isEmpty {
        return try list.map { call in
            var arguments = call["arguments"] ?? [:]
            if let text = arguments.string { arguments = OrderedJSON(json: text) ?? .null }
            guard let name = call["name"]?.string, arguments.object != nil else {
                throw ToolCallError(text: text)
            }
            return ToolCall(name: name, arguments: arguments, id: call["id"]?.string)
        }
    }
    var calls: [ToolCall] = []
    var rest = text[...]
    while let mark = rest.firstRange(of: "[ARGS]") {
        let name = rest[..<mark.lowerBound].trimmed.reversed()
            .prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }.reversed()
        rest = rest[mark.upperBound...]
        guard !name.isEmpty else { continue }
        guard let (arguments, after) = rest.drop(while: \.isWhitespace).leadingJSON else {
            throw ToolCallError(text: text)
        }
        calls.append(ToolCall(name: String(name), arguments: arguments))
        rest = after
    }
    return calls
}

/// `functions.name:0<|tool_call_argument_begin|>{…}`, each between marks of its own if there are several.
func parseKimiK2(_ text: String) throws -> [ToolCall] {
    let parts = text.parts(between: "<|tool_call_begin|>", and: "<|tool_call_end|>")
    return try (parts.isEmpty ? [text] : parts).map { part in
        guard let (header, arguments) = part.split(at: "<|tool_call_argument_begin|>"),
            let match = header.trimmed.wholeMatch(of: /((?:functions\.)?(.+?):[0-9]+)/)
        else { throw ToolCallError(text: text) }
        let body = String(arguments.drop(while: \.isWhitespace))
        return ToolCall(
            name: String(match.2), arguments: OrderedJSON(deserializing: body), id: String(match.1))
    }
}

/// `name <|constrain|>json<|message|>{…}`, with the channel in between if it was not named before.
func parseHarmony(_ text: String) throws -> [ToolCall] {
    guard let (header, body) = text.split(at: "<|message|>"),
        let arguments = OrderedJSON(json: body.trimmed), arguments.object != nil
    else { throw ToolCallError(text: text) }
    let name = header.prefix { !$0.isWhitespace && $0 != "<" }
    guard !name.isEmpty else { throw ToolCallError(text: text) }
    return [ToolCall(name: String(name), arguments: arguments)]
}

/// `<atem:invoke name="…">` with `<atem:parameter name="…">` in it, whose values are JSON or text.
func parseMuseSpark(_ text: String) throws -> [ToolCall] {
    var calls: [ToolCall] = []
    var rest = text[...]
    while let match = rest.firstMatch(of: /<atem:invoke\b[^>]*?\bname="([^"]+)">/) {
        rest = rest[match.range.upperBound...]
        let end = rest.firstRange(of: "</atem:invoke>")
        let body = rest[..<(end?.lowerBound ?? rest.endIndex)]
        var arguments: OrderedJSON = [:]
        let parameter = /<atem:parameter\b[^>]*?\bname="([^"]+)"[^>]*?>(.*?)<\/atem:parameter>/
            .dotMatchesNewlines()
        for match in body.matches(of: parameter) {
            arguments[String(match.1)] =
                OrderedJSON(json: match.2) ?? .string(match.2.trimmed)
        }
        calls.append(ToolCall(name: String(match.1), arguments: arguments))
        rest = rest[(end?.upperBound ?? rest.endIndex)...]
    }
    return calls
}

/// Kimi K3's sections: `<|open|>call tool="…"<|sep|>` with an argument a section, or one of JSON.
func parseKimiK3(_ text: String) throws -> [ToolCall] {
    func attributes(_ text: String) -> [String: String] {
        var attributes: [String: String] = [:]
        for match in text.matches(of: /(\w+)="([^"]*)"/) {
            attributes[String(match.1)] =
                String(match.2).replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
        }
        return attributes
    }
    func sections(_ name: String, in text: String) -> [(head: [String: String], body: String)] {
        text.parts(between: "<|open|>\(name)", and: "<|close|>\(name)<|sep|>").compactMap { part in
            part.split(at: "<|sep|>").map { (attributes($0.before), $0.after) }
        }
    }
    return sections("call", in: text).compactMap { head, body in
        guard let name = head["tool"], !name.isEmpty else { return nil }
        if let json = sections("json", in: body).first {
            guard let arguments = OrderedJSON(json: json.body), arguments.object != nil else {
                return nil
            }
            return ToolCall(name: name, arguments: arguments)
        }
        var arguments: OrderedJSON = [:]
        for (head, value) in sections("argument", in: body) {
            guard let key = head["key"] else { return nil }
            let isText = head["type", default: "string"] == "string"
            arguments[key] = isText ? .string(value) : OrderedJSON(json: value) ?? .string(value)
        }
        return ToolCall(name: name, arguments: arguments)
    }
}
