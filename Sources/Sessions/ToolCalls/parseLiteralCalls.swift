import ModelRuntime

// Calls that look like those of a programming language.

/// `[name(key=value, …), …]` with values of Python.
func parsePythonic(_ text: String) throws -> [ToolCall] {
    if let start = text.firstIndex(of: "["), let end = text.lastIndex(of: "]"), start < end,
        let calls = PythonLiteral.parseCalls(String(text[start...end]))
    {
        return calls
    }
    // Anything that is no Python.
    guard let match = text.firstMatch(of: /\[([\w.]+)\((.*?)\)\]/.dotMatchesNewlines()) else {
        throw ToolCallError(text: text)
    }
    let argument = /(\w+)=(?:"([^"]*)"|'([^']*)'|([^,]+))(?:,\s*|$)/.dotMatchesNewlines()
    var arguments: OrderedJSON = [:]
    for match in match.2.matches(of: argument) {
        let value = match.4.map(\.trimmed) ?? String(match.2 ?? match.3 ?? "")
        arguments[String(match.1)] = PythonLiteral.parse(value) ?? .string(value)
    }
    return [ToolCall(name: String(match.1), arguments: arguments)]
}

/// `call:name{key:value,…}` where texts stand between `<escape>` marks.
func parseFunctionGemma(_ text: String) throws -> [ToolCall] {
    guard let match = text.firstMatch(of: /call:(\w+)\{(.*?)\}/.dotMatchesNewlines()) else {
        throw ToolCallError(text: text)
    }
    var arguments: OrderedJSON = [:]
    var rest = String(match.2)
    while !rest.isEmpty {
        guard let (key, after) = rest.split(at: ":") else { throw ToolCallError(text: text) }
        if after.hasPrefix("<escape>") {
            guard let (value, following) = after.dropFirst("<escape>".count).split(at: "<escape>")
            else { throw ToolCallError(text: text) }
            arguments[key] = .string(value)
            rest = String(following.dropFirst())
        } else {
            let (value, following) = after.split(at: ",") ?? (after, "")
            arguments[key] = OrderedJSON(json: value) ?? .string(value)
            rest = following
        }
    }
    return [ToolCall(name: String(match.1), arguments: arguments)]
}

/// `call:name{key:value,…}` with nested values, whose texts stand between `<|"|>` marks.
func parseGemma4(_ text: String) throws -> [ToolCall] {
    var calls: [ToolCall] = []
    var rest = text[...]
    while let match = rest.firstMatch(of: /call:([\w-]+)\{/) {
        let name = String(match.1)
        let brace = rest.index(before: match.range.upperBound)
        guard let end = endOfBraces(rest[brace...]) else {
            rest = rest[match.range.upperBound...]
            continue
        }
        guard let arguments = OrderedJSON(json: jsonOfGemma4(String(rest[brace..<end]))) else {
            throw ToolCallError(text: text)
        }
        calls.append(ToolCall(name: name, arguments: arguments))
        rest = rest[end...]
    }
    return calls
}

private let gemma4Quote = "<|\"|>"

/// The place after the brace that closes the first one; braces in texts do not count.
private func endOfBraces(_ text: Substring) -> String.Index? {
    var (depth, rest) = (0, text)
    while let first = rest.first {
        if rest.hasPrefix(gemma4Quote) {
            let inner = rest.dropFirst(gemma4Quote.count)
            guard let end = inner.firstRange(of: gemma4Quote) else { return nil }
            rest = inner[end.upperBound...]
            continue
        }
        rest = rest.dropFirst()
        if first == "{" { depth += 1 }
        if first == "}" { depth -= 1 }
        if depth == 0 { return rest.startIndex }
    }
    return nil
}

/// The same with quoted keys and JSON's texts.
private func jsonOfGemma4(_ text: String) -> String {
    var json = ""
    var isText = false
    for part in text.split(separator: gemma4Quote, omittingEmptySubsequences: false) {
        if isText {
            json += OrderedJSON.string(String(part)).text()
        } else {
            json += part.replacing(/([{,])(\w+):/) { "\($0.1)\"\($0.2)\":" }
        }
        isText.toggle()
    }
    return json
}
