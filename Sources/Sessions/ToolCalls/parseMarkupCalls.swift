import ModelRuntime

// Calls whose arguments stand between marks, one by one.

/// `<function=name><parameter=key>value</parameter>…</function>`.
func parseQwen3Coder(_ text: String, _ schemas: ToolSchemas) throws -> [ToolCall] {
    var body = text.last == "\n" ? String(text.dropLast()) : text
    guard let start = body.firstRange(of: "<function="), body.hasSuffix("</function>"),
        start.upperBound <= body.index(body.endIndex, offsetBy: -"</function>".count)
    else { throw ToolCallError(text: text) }
    body = String(body[start.upperBound...].dropLast("</function>".count))
    let name = /\s*([^\s<>]+)>?/
    guard let function = body.prefixMatch(of: name) else { throw ToolCallError(text: text) }
    let tool = String(function.1)
    var arguments: OrderedJSON = [:]
    let parameters = body[function.range.upperBound...]
    for part in parameters.parts(between: "<parameter=", and: "</parameter>") {
        guard let key = part.prefixMatch(of: name) else { continue }
        arguments[String(key.1)] = try convert(
            part[key.range.upperBound...].withoutOuterBreaks,
            schema: schemas.schema(of: String(key.1), in: tool), in: text)
    }
    return [ToolCall(name: tool, arguments: arguments)]
}

/// A parameter's text by its declared type.
private func convert(
    _ value: String, schema: OrderedJSON?, in text: String
) throws -> OrderedJSON {
    if value.lowercased() == "null" { return .null }
    guard let schema, schema.object?.isEmpty == false else { return .string(value) }
    guard let declared = schema["type"] else {
        let json = OrderedJSON(json: value)
        return json?.array != nil || json?.object != nil ? json! : .string(value)
    }
    let type = (declared.string ?? declared.text()).trimmed.lowercased()
    func begins(_ names: String...) -> Bool { names.contains { type.hasPrefix($0) } }
    if ["string", "str", "text", "varchar", "char", "enum"].contains(type) {
        return .string(value)
    }
    if begins("int", "uint", "long", "short", "unsigned", "num", "float") {
        guard let number = Double(value.trimmed), number.isFinite else {
            throw ToolCallError(text: text)
        }
        if let whole = Int(exactly: number) { return .int(whole) }
        guard begins("num", "float") else { throw ToolCallError(text: text) }
        return .double(number)
    }
    if ["boolean", "bool", "binary"].contains(type) { return .bool(value.lowercased() == "true") }
    if ["object", "array", "arr"].contains(type) || begins("dict", "list"),
        let json = OrderedJSON(json: value)
    {
        return json
    }
    return PythonLiteral.parse(value) ?? .string(value)
}

/// `name<arg_key>key</arg_key><arg_value>value</arg_value>…`; else JSON, or a name and `key=value`.
func parseGLM47(_ text: String, _ schemas: ToolSchemas) -> [ToolCall] {
    guard let name = text.split(at: "<arg_key>")?.before.trimmed else {
        return [
            jsonCall(text, schemas) ?? plainCall(text, schemas)
                ?? ToolCall(name: "unknown", arguments: ["raw": .string(text.trimmed)])
        ]
    }
    return [ToolCall(name: name, arguments: pairs(in: text, prefix: "", of: name, schemas))]
}

/// Keys and values between marks.
private func pairs(
    in text: String, prefix: String, of tool: String, _ schemas: ToolSchemas
) -> OrderedJSON {
    var arguments: OrderedJSON = [:]
    var rest = text[...]
    while let start = rest.firstRange(of: "<\(prefix)arg_key>") {
        rest = rest[start.upperBound...]
        guard let (key, after) = rest.split(at: "</\(prefix)arg_key>") else { break }
        var value = after[...]
        while value.first?.isWhitespace == true || value.hasPrefix("\\n") {
            value = value.dropFirst(value.first == "\\" ? 2 : 1)
        }
        guard value.hasPrefix("<\(prefix)arg_value>"),
            let (body, following) = value.dropFirst("<\(prefix)arg_value>".count)
                .split(at: "</\(prefix)arg_value>")
        else { continue }
        let name = key.trimmed
        arguments[name] =
            schemas.isString(name, in: tool)
            ? .string(body.trimmed) : OrderedJSON(deserializing: body.trimmed)
        rest = following[...]
    }
    return arguments
}

/// A call that is JSON, in one of the shapes that models use.
private func jsonCall(_ text: String, _ schemas: ToolSchemas) -> ToolCall? {
    guard var json = OrderedJSON(json: text.trimmed) else { return nil }
    if let first = json.array?.first, first.object != nil { json = first }
    guard json.object != nil else { return nil }
    var (name, arguments): (OrderedJSON?, OrderedJSON?) = (nil, nil)
    if json["name"] != nil, json["arguments"] != nil {
        (name, arguments) = (json["name"], json["arguments"])
    } else if json["function"] != nil, json["arguments"] != nil {
        (name, arguments) = (json["function"], json["arguments"])
    } else if let tool = json["tool"], tool.object != nil {
        (name, arguments) = (tool["name"], tool["arguments"])
    }
    if let function = name, function.object != nil {
        if arguments?.object?.isEmpty != false { arguments = function["arguments"] ?? arguments }
        name = function["name"]
    }
    if let text = arguments?.string { arguments = OrderedJSON(deserializing: text) }
    guard let name = name?.string else { return nil }
    if arguments == nil || arguments == .null { return ToolCall(name: name, arguments: [:]) }
    guard let arguments, arguments.object != nil else { return nil }
    return ToolCall(name: name, arguments: normalized(arguments, of: name, schemas))
}

/// Arguments of declared strings as text, other texts by what they say.
private func normalized(
    _ arguments: OrderedJSON, of tool: String, _ schemas: ToolSchemas
) -> OrderedJSON {
    .object(
        (arguments.object ?? [:]).reduce(into: [:]) { result, entry in
            let (key, value) = entry
            if schemas.isString(key, in: tool) {
                result[key] = value.string == nil ? .string(value.text()) : value
            } else {
                result[key] = value.string.map { OrderedJSON(deserializing: $0) } ?? value
            }
        })
}

/// `name`, `name {…}` or `name key=value …`.
private func plainCall(_ text: String, _ schemas: ToolSchemas) -> ToolCall? {
    let text = text.trimmed
    guard !text.isEmpty else { return nil }
    func call(_ name: String, _ rest: String) -> ToolCall? {
        let arguments = OrderedJSON(deserializing: rest)
        guard arguments.object != nil else { return nil }
        return ToolCall(name: name, arguments: normalized(arguments, of: name, schemas))
    }
    if let (line, rest) = text.split(at: "\n"), let call = call(line.trimmed, rest.trimmed) {
        return call
    }
    guard let (name, after) = text.split(at: " ") else {
        return ToolCall(name: text, arguments: [:])
    }
    let rest = after.trimmed
    if let call = call(name, rest) { return call }
    var arguments: OrderedJSON = [:]
    for word in shellWords(rest) ?? [] {
        guard let (key, value) = word.split(at: "="), !key.trimmed.isEmpty else {
            arguments = [:]
            break
        }
        arguments[key.trimmed] =
            schemas.isString(key.trimmed, in: name)
            ? .string(value) : OrderedJSON(deserializing: value)
    }
    let isEmpty = arguments.object?.isEmpty != false
    return ToolCall(name: name, arguments: isEmpty ? ["raw": .string(rest)] : arguments)
}

/// The words of a shell's line, nil if a quotation does not end (`shlex.split`).
private func shellWords(_ line: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var characters = line[...]
    while let character = characters.popFirst() {
        if let open = quote {
            if character == open {
                quote = nil
            } else if open == "\"", character == "\\", let next = characters.first,
                next == "\"" || next == "\\"
            {
                word = (word ?? "") + String(characters.removeFirst())
            } else {
                word = (word ?? "") + String(character)
            }
        } else if character == "\"" || character == "'" {
            (quote, word) = (character, word ?? "")
        } else if character == "\\" {
            guard let next = characters.popFirst() else { return nil }
            word = (word ?? "") + String(next)
        } else if character.isWhitespace {
            if let complete = word { words.append(complete) }
            word = nil
        } else {
            word = (word ?? "") + String(character)
        }
    }
    guard quote == nil else { return nil }
    return words + [word].compactMap { $0 }
}

/// The same as GLM's with other marks, or one JSON object.
func parseLongcat(_ text: String, _ schemas: ToolSchemas) throws -> [ToolCall] {
    if text.trimmed.hasPrefix("{"), let call = try? parseJSONTools(text) { return call }
    guard let name = text.split(at: "<longcat_arg_key>")?.before.trimmed else {
        throw ToolCallError(text: text)
    }
    return [ToolCall(name: name, arguments: pairs(in: text, prefix: "longcat_", of: name, schemas))]
}
