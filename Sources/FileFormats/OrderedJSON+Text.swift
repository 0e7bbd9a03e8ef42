extension OrderedJSON {
    /// The document as text: on one line, or indented by two spaces a level.
    ///
    /// Numbers that JSON lacks are written as Python writes them: `NaN`, `Infinity`, `-Infinity`.
    public func text(indented: Bool = false) -> String {
        var writer = JSONWriter(indentation: indented ? 2 : nil)
        writer.write(self, depth: 0)
        return writer.text
    }

    /// The document as Python's `json.dump(…, indent=4)` writes it, to the byte.
    public var pythonText: String {
        var writer = JSONWriter(indentation: 4, isASCII: true)
        writer.write(self, depth: 0)
        return writer.text
    }
}

private struct JSONWriter {
    /// The spaces of a level; all on one line if nil.
    let indentation: Int?
    /// Whether other characters than those of ASCII are escaped.
    var isASCII = false
    var text = ""

    mutating func write(_ value: OrderedJSON, depth: Int) {
        switch value {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .int(let number): text += String(number)
        case .double(let number): write(number)
        case .string(let string): write(string)
        case .array(let elements):
            list("[", elements, "]", depth: depth) { $0.write($1, depth: depth + 1) }
        case .object(let members):
            list("{", members.elements, "}", depth: depth) { writer, member in
                writer.write(member.key)
                writer.text += writer.indentation == nil ? ":" : ": "
                writer.write(member.value, depth: depth + 1)
            }
        }
    }

    private mutating func list<Element>(
        _ open: String, _ elements: some Collection<Element>, _ close: String, depth: Int,
        element: (inout JSONWriter, Element) -> Void
    ) {
        text += open
        for (index, item) in elements.enumerated() {
            if index > 0 { text += "," }
            newline(depth: depth + 1)
            element(&self, item)
        }
        if !elements.isEmpty { newline(depth: depth) }
        text += close
    }

    private mutating func newline(depth: Int) {
        guard let indentation else { return }
        text += "\n" + String(repeating: " ", count: depth * indentation)
    }

    private mutating func write(_ number: Double) {
        text +=
            number.isNaN
            ? "NaN" : number.isInfinite ? (number < 0 ? "-Infinity" : "Infinity") : "\(number)"
    }

    private mutating func write(_ string: String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{8}" where isASCII: text += "\\b"
            case "\u{c}" where isASCII: text += "\\f"
            case ..<" ": escape(UInt16(scalar.value))
            case "\u{7f}"... where isASCII:
                for unit in String(scalar).utf16 { escape(unit) }
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
    private mutating func escape(_ unit: UInt16) {
        let hex = String(unit, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    }
}
