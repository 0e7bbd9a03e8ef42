import ModelRuntime
import OrderedCollections

/// Reads literals of Python (`ast.literal_eval`), and calls whose arguments are literals.
struct PythonLiteral {
    private let text: [Unicode.Scalar]
    private var place = 0
    /// Whether `true`, `false` and `null` are values too.
    private let takesJSONNames: Bool

    private init(_ text: String, takesJSONNames: Bool) {
        self.text = Array(text.unicodeScalars)
        self.takesJSONNames = takesJSONNames
    }

    /// The value of a literal, nil if the text is none. Tuples become arrays.
    static func parse(_ text: String) -> OrderedJSON? {
        var reader = PythonLiteral(text, takesJSONNames: false)
        guard let value = reader.value() else { return nil }
        reader.skipSpace()
        return reader.place == reader.text.count ? value : nil
    }

    /// The calls of a list `[name(key=value, …), …]`, nil if the text is no such list.
    static func parseCalls(_ text: String) -> [ToolCall]? {
        var reader = PythonLiteral(text, takesJSONNames: true)
        guard reader.take("["), let calls = reader.elements(until: "]", { $0.call() }) else {
            return nil
        }
        reader.skipSpace()
        return reader.place == reader.text.count && !calls.isEmpty ? calls : nil
    }

    private var next: Unicode.Scalar? { place < text.count ? text[place] : nil }

    private mutating func skipSpace() {
        while let next, next.properties.isWhitespace { place += 1 }
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        skipSpace()
        guard next == scalar else { return false }
        place += 1
        return true
    }

    private mutating func name() -> String? {
        skipSpace()
        let start = place
        while let next, next == "_" || next.properties.isAlphabetic || isDigit(next) { place += 1 }
        guard place > start, !isDigit(text[start]) else { return nil }
        return string(text[start..<place])
    }

    private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private mutating func call() -> ToolCall? {
        guard var function = name() else { return nil }
        while take(".") {
            guard let part = name() else { return nil }
            function += "." + part
        }
        guard take("(") else { return nil }
        let arguments = elements(until: ")") { reader -> (String, OrderedJSON)? in
            guard let key = reader.name(), reader.take("="), let value = reader.value() else {
                return nil
            }
            return (key, value)
        }
        guard let arguments else { return nil }
        return ToolCall(
            name: function,
            arguments: .object(OrderedDictionary(arguments, uniquingKeysWith: { $1 })))
    }

    /// Elements with commas between them, the last of which may have one too.
    private mutating func elements<Element>(
        until end: Unicode.Scalar, _ element: (inout Self) -> Element?
    ) -> [Element]? {
        var elements: [Element] = []
        while !take(end) {
            if !elements.isEmpty, !take(",") { return nil }
            if !elements.isEmpty, take(end) { return elements }
            guard let next = element(&self) else { return nil }
            elements.append(next)
        }
        return elements
    }

    private mutating func value() -> OrderedJSON? {
        skipSpace()
        switch next {
        case "[":
            place += 1
            return elements(until: "]") { $0.value() }.map { .array($0) }
        case "(":
            place += 1
            let start = place
            guard let elements = elements(until: ")", { $0.value() }) else { return nil }
            let isTuple = elements.count != 1 || text[start..<place].dropLast().last == ","
            return isTuple ? .array(elements) : elements[0]
        case "{":
            place += 1
            let pairs = elements(until: "}") { reader -> (String, OrderedJSON)? in
                guard let key = reader.value()?.key, reader.take(":"), let value = reader.value()
                else { return nil }
                return (key, value)
            }
            return pairs.map { .object(OrderedDictionary($0, uniquingKeysWith: { $1 })) }
        case "'", "\"": return texts()
        case let next? where next == "." || next == "-" || next == "+" || isDigit(next):
            return number()
        default: return constant()
        }
    }

    private mutating func constant() -> OrderedJSON? {
        switch name() {
        case "True": .bool(true)
        case "False": .bool(false)
        case "None": .null
        case "true" where takesJSONNames: .bool(true)
        case "false" where takesJSONNames: .bool(false)
        case "null" where takesJSONNames: .null
        default: nil
        }
    }

    private mutating func number() -> OrderedJSON? {
        let start = place
        while let next, isDigit(next) || "+-._eExXabcdfABCDF".unicodeScalars.contains(next) {
            place += 1
        }
        let digits = string(text[start..<place]).replacing("_", with: "")
        if let int = Int(digits) {
            // Python has no numbers with leading zeros.
            let magnitude = digits.drop { $0 == "-" || $0 == "+" }
            return magnitude.count > 1 && magnitude.first == "0" && int != 0 ? nil : .int(int)
        }
        if digits.lowercased().hasPrefix("0x") {
            return Int(digits.dropFirst(2), radix: 16).map { .int($0) }
        }
        return Double(digits).map { .double($0) }
    }

    /// Strings that follow each other are one.
    private mutating func texts() -> OrderedJSON? {
        var whole = ""
        while next == "'" || next == "\"" {
            guard let part = quoted() else { return nil }
            whole += part
            skipSpace()
        }
        return .string(whole)
    }

    private mutating func quoted() -> String? {
        guard let quote = next else { return nil }
        let isTriple = text[place...].prefix(3).elementsEqual([quote, quote, quote])
        let delimiter = Array(repeating: quote, count: isTriple ? 3 : 1)
        place += delimiter.count
        var scalars: [Unicode.Scalar] = []
        while let next {
            if text[place...].starts(with: delimiter) {
                place += delimiter.count
                return string(scalars)
            }
            place += 1
            if next == "\\" {
                guard let escaped = escape() else { return nil }
                scalars += escaped
            } else if next == "\n", !isTriple {
                return nil
            } else {
                scalars.append(next)
            }
        }
        return nil
    }

    private mutating func escape() -> [Unicode.Scalar]? {
        guard let next else { return nil }
        place += 1
        switch next {
        case "n": return ["\n"]
        case "t": return ["\t"]
        case "r": return ["\r"]
        case "a": return ["\u{7}"]
        case "b": return ["\u{8}"]
        case "f": return ["\u{C}"]
        case "v": return ["\u{B}"]
        case "\n": return []
        case "\\", "'", "\"": return [next]
        case "x": return hexadecimal(2)
        case "u": return hexadecimal(4)
        case "U": return hexadecimal(8)
        case "0"..."7":
            var digits = [next]
            while digits.count < 3, let digit = self.next, ("0"..."7").contains(digit) {
                digits.append(digit)
                place += 1
            }
            return UInt32(string(digits), radix: 8).flatMap(Unicode.Scalar.init).map { [$0] }
        default: return ["\\", next]
        }
    }

    private mutating func hexadecimal(_ count: Int) -> [Unicode.Scalar]? {
        guard place + count <= text.count else { return nil }
        defer { place += count }
        return UInt32(string(text[place..<place + count]), radix: 16)
            .flatMap(Unicode.Scalar.init).map { [$0] }
    }
}

extension OrderedJSON {
    /// The value as a key of a JSON object.
    fileprivate var key: String? {
        switch self {
        case .string(let text): text
        case .array, .object: nil
        default: text()
        }
    }
}
