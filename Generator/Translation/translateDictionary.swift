import Analysis
import Operations

/// Dictionaries, and the values of JSON files.
extension FunctionTranslator {
    /// `{"a": 1}`, `{}`
    func translateDictionary(_ items: [TypedDictionaryItem], _ whole: TypedExpression)
        -> SwiftExpression
    {
        switch whole.type.unwrapped {
        case .dictionary(_, let value) where !items.isEmpty: dictionary(items, of: value, whole)
        case .library("WeightTree"): dictionary(items, of: whole.type, whole)
        case .json: dictionary(items, of: .json, whole)
        default: SwiftExpression("[:]")
        }
    }

    /// What is put into a tree of weights: a tree, or a dictionary of weights with their whole names.
    func translateBranch(_ value: TypedExpression) -> SwiftExpression {
        let branch = translate(value)
        guard case .dictionary(.string, .array) = value.type else { return branch }
        return SwiftExpression(
            "WeightTree(undivided: \(branch.text))", isThrowing: branch.isThrowing)
    }

    /// Entries that are written out, with values of one type.
    private func dictionary(
        _ items: [TypedDictionaryItem], of type: PythonType, _ whole: TypedExpression
    ) -> SwiftExpression {
        guard !items.isEmpty else { return SwiftExpression("[:]") }
        if items.isOpen { return merged(items, whole) }
        var isThrowing = false
        let entries = items.map { item -> String in
            guard let name = item.key else { return "" }
            let (key, value) = (translate(name), translate(item.value, as: type))
            isThrowing = isThrowing || key.isThrowing || value.isThrowing
            return "\(key.text): \(value.text)"
        }
        return SwiftExpression("[\(entries.joined(separator: ", "))]", isThrowing: isThrowing)
    }

    /// `{**a, "k": 1}` as `a.merging(["k": 1])`: of equal keys the last value stays, in the first one's place.
    private func merged(_ items: [TypedDictionaryItem], _ whole: TypedExpression) -> SwiftExpression
    {
        // What is written out between two `**` is a dictionary of its own.
        var parts: [[TypedDictionaryItem]] = []
        for item in items {
            if item.key != nil, let last = parts.last, !last.isOpen {
                parts[parts.count - 1].append(item)
            } else {
                parts.append([item])
            }
        }
        let texts = parts.enumerated().map { index, part -> SwiftExpression in
            guard part.isOpen else {
                let entries = dictionary(part, of: .json, whole)
                return index == 0
                    ? SwiftExpression(
                        "JSONValue.object(\(entries.text))", isThrowing: entries.isThrowing)
                    : entries
            }
            let value = part[0].value
            return value.type.unwrapped == .json ? present(value) : jsonValue(value)
        }
        let others = texts.count > 1 ? Array(texts.dropFirst()) : [SwiftExpression("[:]")]
        return others.reduce(texts[0]) { merged, next in
            SwiftExpression("\(merged.receiver).merging(\(next.text))", isThrowing: true)
        }
    }

    /// `RoPEScaling` and dictionaries of a JSON file.
    func translateJSONMethod(_ name: String, _ values: [TypedExpression]) -> SwiftExpression? {
        let object = present(values[0])
        switch (name, values.count) {
        case ("get", 2):
            return SwiftExpression(
                "\(object.receiver).get(\(translate(values[1]).text))",
                isThrowing: object.isThrowing)
        case ("get", 3):
            let fallback = jsonValue(values[2])
            return SwiftExpression(
                "\(object.receiver)[\(translate(values[1]).text)]", isThrowing: object.isThrowing
            ).infix("??", fallback, .nilCoalescing)
        case ("pop", 2):
            let (object, key) = (stored(values[0]), translate(values[1]).text)
            return SwiftExpression(
                "required(\(object.receiver).removeValue(forKey: \(key)), \(key))", isThrowing: true
            )
        case ("pop", 3):
            let object = stored(values[0])
            let removed = SwiftExpression(
                "\(object.receiver).removeValue(forKey: \(translate(values[1]).text))",
                isThrowing: object.isThrowing)
            return values[2].type == .none
                ? removed : removed.infix("??", jsonValue(values[2]), .nilCoalescing)
        case ("setdefault", 3):
            let (key, value) = (translate(values[1]), jsonValue(values[2]))
            let object = stored(values[0])
            return SwiftExpression(
                "\(object.text).setDefault(\(value.text), forKey: \(key.text))",
                isThrowing: object.isThrowing || key.isThrowing || value.isThrowing)
        case ("update", 2):
            let (object, entries) = (stored(values[0]), jsonValue(values[1]))
            return SwiftExpression(
                "\(object.receiver).update(\(entries.text))",
                isThrowing: object.isThrowing || entries.isThrowing)
        case ("keys", 1):
            return SwiftExpression("\(object.receiver).keys", isThrowing: object.isThrowing)
        case ("items", 1), ("values", 1):
            let isScaling = values[0].type.unwrapped == .library("RoPEScaling")
            let entries =
                isScaling
                ? SwiftExpression("\(object.receiver).values", isThrowing: object.isThrowing)
                : entries(of: values[0])
            return name == "items"
                ? entries
                : SwiftExpression("\(entries.receiver).values", isThrowing: entries.isThrowing)
        default:
            return nil
        }
    }

    /// A dictionary that is changed: it has to be the stored value itself.
    private func stored(_ value: TypedExpression) -> SwiftExpression {
        storageType(value).isOptional
            ? SwiftExpression("\(translateUnconverted(value).receiver)?") : present(value)
    }

    /// A value as a JSON value: a literal becomes one by itself.
    func jsonValue(_ value: TypedExpression) -> SwiftExpression {
        switch value.kind {
        case .list(let elements): return list(elements.map(jsonValue), "[", "]")
        case .dictionary(let items): return dictionary(items, of: .json, value)
        default: break
        }
        if value.type == .set(.json), let source = value.setSource {
            let list = source.type.unwrapped == .json ? present(source) : jsonValue(source)
            return SwiftExpression("\(list.receiver).distinctElements()", isThrowing: true)
        }
        let text = translateUnconverted(value)
        if value.isJSONLiteral { return text }
        func wrapped(_ kind: String) -> SwiftExpression {
            SwiftExpression("JSONValue.\(kind)(\(text.text))", isThrowing: text.isThrowing)
        }
        func mapped(_ kind: String) -> SwiftExpression {
            SwiftExpression(
                "JSONValue.array(\(text.receiver).map { .\(kind)($0) })",
                isThrowing: text.isThrowing)
        }
        func nullable(_ made: String) -> SwiftExpression {
            SwiftExpression(
                "\(text.receiver).map { \(made) } ?? .null", isThrowing: text.isThrowing)
        }
        switch value.type {
        case .none: return SwiftExpression("JSONValue.null")
        case .json: return text
        case .list(.json): return wrapped("array")
        case .dictionary(.string, .json): return wrapped("object")
        case .library("RoPEScaling"):
            return SwiftExpression(
                "JSONValue.object(\(present(value).receiver).values)", isThrowing: text.isThrowing)
        case .optional(.json):
            return text.infix("??", SwiftExpression(".null"), .nilCoalescing)
        case .list(let element), .set(let element):
            if let kind = element.jsonKind { return mapped(kind) }
        case .optional(.list(let element)):
            if let kind = element.jsonKind {
                return nullable("JSONValue.array($0.map { .\(kind)($0) })")
            }
        case .optional(let held):
            if let kind = held.jsonKind { return nullable("JSONValue.\(kind)($0)") }
        default:
            if let kind = value.type.jsonKind { return wrapped(kind) }
        }
        report("default", at: value.span, type: value.type, "cannot stand for a JSON value")
        return text
    }

    /// A list that may be absent as a value of a file that may be.
    func optionalJSON(_ value: TypedExpression) -> SwiftExpression? {
        guard case .optional(.list(let element)) = value.type, let kind = element.jsonKind else {
            return nil
        }
        let list = translateUnconverted(value)
        return SwiftExpression(
            "\(list.receiver).map { JSONValue.array($0.map { .\(kind)($0) }) }",
            isThrowing: list.isThrowing)
    }

    /// A dictionary as the arguments of a rotary embedding.
    func scaling(_ expression: TypedExpression, _ stored: PythonType, as expected: PythonType)
        -> SwiftExpression?
    {
        guard expected.unwrapped == .library("RoPEScaling") else { return nil }
        if case .dictionary(let items) = expression.kind, !items.isOpen {
            return dictionary(items, of: .json, expression)
        }
        guard stored.unwrapped == .dictionary(key: .string, value: .json) else { return nil }
        let entries = present(expression)
        return SwiftExpression("RoPEScaling(\(entries.text))", isThrowing: entries.isThrowing)
    }
}

extension PythonType {
    /// The case of `JSONValue` that holds such a value.
    fileprivate var jsonKind: String? {
        switch self {
        case .boolean: "bool"
        case .integer: "int"
        case .float: "double"
        case .string: "string"
        default: nil
        }
    }
}

extension [TypedDictionaryItem] {
    /// Whether there are other dictionaries' entries among them, `**other`.
    var isOpen: Bool { contains { $0.key == nil } }
}

extension TypedExpression {
    /// What `set(source)` makes a set of.
    fileprivate var setSource: TypedExpression? {
        guard case .call(let call) = kind,
            [.builtin("set"), .builtin("frozenset")].contains(call.callee)
        else { return nil }
        return call.argument("0")
    }

    /// Whether the Swift literal for it is a JSON value of the same kind.
    fileprivate var isJSONLiteral: Bool {
        switch kind {
        case .constant(.integer), .constant(.float), .constant(.string), .constant(.boolean): true
        case .unary(.minus, let operand): operand.isJSONLiteral
        default: false
        }
    }
}
