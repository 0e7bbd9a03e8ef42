import Foundation
import OrderedCollections

extension OrderedJSON {
    /// Reads a document from UTF-8 text, with the language that Python's `json.loads` accepts.
    ///
    /// - Parameters:
    ///   - bytes: the whole document.
    ///   - uniqueKeys: whether a key that an object repeats is an error; otherwise the last wins.
    /// - Throws: ``FormatError`` with line and column of the first fault.
    public init(parsing bytes: some Collection<UInt8>, uniqueKeys: Bool = false) throws(FormatError)
    {
        let bytes = ContiguousArray(bytes)
        let result = bytes.withUnsafeBufferPointer { buffer -> Result<OrderedJSON, FormatError> in
            var parser = JSONParser(bytes: buffer, uniqueKeys: uniqueKeys)
            return Result { () throws(JSONFault) in try parser.document() }.mapError {
                FormatError("not valid JSON: \($0.reason) \(parser.place(of: $0.offset))")
            }
        }
        self = try result.get()
    }
}

private struct JSONFault: Error {
    let reason: String
    let offset: Int
}

private struct JSONParser {
    /// Deeper documents are refused before they can exhaust the stack.
    static let maximumDepth = 500

    let bytes: UnsafeBufferPointer<UInt8>
    let uniqueKeys: Bool
    var position = 0

    mutating func document() throws(JSONFault) -> OrderedJSON {
        let value = try value(depth: 0)
        skipSpace()
        guard position == bytes.count else { throw fault("text after the document") }
        return value
    }

    func place(of offset: Int) -> String {
        let before = bytes[..<min(offset, bytes.count)]
        let line = before.reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
        let column = offset - (before.lastIndex(of: UInt8(ascii: "\n")) ?? -1)
        return "(line \(line), column \(column))"
    }

    // MARK: - Values

    private mutating func value(depth: Int) throws(JSONFault) -> OrderedJSON {
        guard depth <= Self.maximumDepth else {
            throw fault("it is nested more than \(Self.maximumDepth) levels deep")
        }
        skipSpace()
        guard let byte = peek else { throw fault("the document ends early") }
        switch byte {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "N"): return try word("NaN", .double(.nan))
        case UInt8(ascii: "I"): return try word("Infinity", .double(.infinity))
        case UInt8(ascii: "-") where next == UInt8(ascii: "I"):
            return try word("-Infinity", .double(-.infinity))
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        default: throw fault("unexpected character")
        }
    }

    private mutating func object(depth: Int) throws(JSONFault) -> OrderedJSON {
        var members = OrderedDictionary<String, OrderedJSON>()
        position += 1
        skipSpace()
        if consume("}") { return .object(members) }
        while true {
            skipSpace()
            guard peek == UInt8(ascii: "\"") else { throw fault("expected a key in quotes") }
            let keyPosition = position
            let key = try string()
            skipSpace()
            guard consume(":") else { throw fault("expected ':'") }
            let member = try value(depth: depth + 1)
            if members.updateValue(member, forKey: key) != nil, uniqueKeys {
                throw JSONFault(reason: "the key \"\(key)\" is repeated", offset: keyPosition)
            }
            skipSpace()
            if consume("}") { return .object(members) }
            guard consume(",") else { throw fault("expected ',' or '}'") }
        }
    }

    private mutating func array(depth: Int) throws(JSONFault) -> OrderedJSON {
        var elements: [OrderedJSON] = []
        position += 1
        skipSpace()
        if consume("]") { return .array(elements) }
        while true {
            elements.append(try value(depth: depth + 1))
            skipSpace()
            if consume("]") { return .array(elements) }
            guard consume(",") else { throw fault("expected ',' or ']'") }
        }
    }

    private mutating func word(_ word: StaticString, _ value: OrderedJSON) throws(JSONFault)
        -> OrderedJSON
    {
        let count = word.utf8CodeUnitCount
        let matches =
            position + count <= bytes.count
            && (0..<count).allSatisfy { bytes[position + $0] == word.utf8Start[$0] }
        guard matches else { throw fault("unexpected character") }
        position += count
        return value
    }

    private mutating func number() throws(JSONFault) -> OrderedJSON {
        let start = position
        _ = consume("-")
        let leadingZero = peek == UInt8(ascii: "0")
        let digits = skipDigits()
        guard digits > 0, !leadingZero || digits == 1 else { throw fault("malformed number") }
        var isWhole = true
        if consume(".") {
            isWhole = false
            guard skipDigits() > 0 else { throw fault("malformed number") }
        }
        if consume("e") || consume("E") {
            isWhole = false
            if !consume("+") { _ = consume("-") }
            guard skipDigits() > 0 else { throw fault("malformed number") }
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if isWhole, let number = Int(text) { return .int(number) }
        guard let number = Double(text) else { throw fault("malformed number") }
        return .double(number)
    }

    // MARK: - Strings

    private mutating func string() throws(JSONFault) -> String {
        let opening = position
        position += 1
        var decoded: [UInt8] = []
        var start = position
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                decoded.append(contentsOf: bytes[start..<position])
                position += 1
                guard let text = String(validating: decoded, as: UTF8.self) else {
                    throw JSONFault(reason: "a string is not valid UTF-8", offset: opening)
                }
                return text
            case UInt8(ascii: "\\"):
                decoded.append(contentsOf: bytes[start..<position])
                decoded.append(contentsOf: String(try escape()).utf8)
                start = position
            case ..<0x20: throw fault("a control character in a string")
            default: position += 1
            }
        }
        throw JSONFault(reason: "a string is not closed", offset: opening)
    }

    private mutating func escape() throws(JSONFault) -> Unicode.Scalar {
        guard let kind = next else { throw fault("the document ends early") }
        position += 2
        switch kind {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape()
        default: throw fault("unknown escape in a string")
        }
    }

    /// A UTF-16 unit or surrogate pair; half a pair becomes U+FFFD, which Swift strings can hold.
    private mutating func unicodeEscape() throws(JSONFault) -> Unicode.Scalar {
        let unit = try hexadecimal()
        guard UTF16.isLeadSurrogate(unit), peek == UInt8(ascii: "\\"), next == UInt8(ascii: "u")
        else { return Unicode.Scalar(unit) ?? "\u{FFFD}" }
        let beforeTrail = position
        position += 2
        let trail = try hexadecimal()
        guard UTF16.isTrailSurrogate(trail) else {
            position = beforeTrail
            return "\u{FFFD}"
        }
        return UTF16.decode(UTF16.EncodedScalar([unit, trail]))
    }

    private mutating func hexadecimal() throws(JSONFault) -> UInt16 {
        guard position + 4 <= bytes.count else { throw fault("the document ends early") }
        let digits = bytes[position..<position + 4]
        guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw fault("malformed \\u escape") }
        position += 4
        return unit
    }

    // MARK: - Bytes

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }
    private var next: UInt8? { position + 1 < bytes.count ? bytes[position + 1] : nil }

    private mutating func consume(_ character: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            position += 1
        }
    }

    private mutating func skipDigits() -> Int {
        let start = position
        while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
            position += 1
        }
        return position - start
    }

    private func fault(_ reason: String) -> JSONFault {
        JSONFault(reason: reason, offset: position)
    }
}
