import Foundation

/// Reads the JSON object of one line straight from the file's bytes.
///
/// Foundation's decoder takes about 50 times as long a line, too long for traces of 100,000
/// records. Keys may come in any order; keys that are not known are skipped.
struct TraceLineScanner {
    /// What the scanner expected and did not find.
    struct Failure: Error, Equatable {
        let message: String
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The byte of the line that the scanner looks at, counted from 1.
    var column: Int { position + 1 }

    // MARK: Structure

    /// Reads an object and calls `member` with each key, positioned at the value.
    mutating func object(_ member: (inout Self, String) throws -> Void) throws {
        try expect(UInt8(ascii: "{"), "an object")
        if skip(UInt8(ascii: "}")) { return }
        repeat {
            let key = try string()
            try expect(UInt8(ascii: ":"), "':' after the key \"\(key)\"")
            try member(&self, key)
        } while skip(UInt8(ascii: ","))
        try expect(UInt8(ascii: "}"), "',' or '}'")
    }

    /// Reads an array and calls `element` for each element, positioned at it.
    mutating func array(_ element: (inout Self) throws -> Void) throws {
        try expect(UInt8(ascii: "["), "an array")
        if skip(UInt8(ascii: "]")) { return }
        repeat { try element(&self) } while skip(UInt8(ascii: ","))
        try expect(UInt8(ascii: "]"), "',' or ']'")
    }

    /// Checks that nothing follows.
    mutating func end() throws {
        skipSpace()
        guard position == bytes.count else { throw Failure(message: "text after the object") }
    }

    /// Passes over a value of any type, at most `depth` arrays and objects deep.
    mutating func skipValue(depth: Int = 16) throws {
        guard depth > 0 else { throw Failure(message: "values nested too deeply") }
        switch peek() {
        case UInt8(ascii: "\""): _ = try string()
        case UInt8(ascii: "{"): try object { scanner, _ in try scanner.skipValue(depth: depth - 1) }
        case UInt8(ascii: "["): try array { try $0.skipValue(depth: depth - 1) }
        default:
            let token = literal()
            guard ["true", "false", "null"].contains(token) || Double(token) != nil else {
                throw Failure(message: "expected a value, found \"\(token.prefix(20))\"")
            }
        }
    }

    // MARK: Values

    mutating func string() throws -> String {
        try expect(UInt8(ascii: "\""), "a string")
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                defer { position += 1 }
                return try text(start..<position)
            case UInt8(ascii: "\\"):
                return try escapedString(from: start)
            case 0..<32:
                throw Failure(message: "a control character in a string")
            default:
                position += 1
            }
        }
        throw Failure(message: "a string without its closing quote")
    }

    /// A checksum: 16 hexadecimal digits in quotes.
    mutating func checksum() throws -> TraceChecksum {
        guard var digits = try quoted(count: 16),
            let word = HexadecimalWords.readWord(&digits)
        else { throw Failure(message: "a checksum has 16 hexadecimal digits") }
        return TraceChecksum(word)
    }

    /// A hash: 64 hexadecimal digits in quotes.
    mutating func hash() throws -> TraceHash {
        guard var digits = try quoted(count: 64),
            let first = HexadecimalWords.readWord(&digits),
            let second = HexadecimalWords.readWord(&digits),
            let third = HexadecimalWords.readWord(&digits),
            let fourth = HexadecimalWords.readWord(&digits)
        else { throw Failure(message: "a hash has 64 hexadecimal digits") }
        return TraceHash(first, second, third, fourth)
    }

    /// The bytes of a string of so many, or nil if it has another length.
    private mutating func quoted(
        count: Int
    ) throws -> UnsafeBufferPointer<UInt8>.Iterator? {
        try expect(UInt8(ascii: "\""), "a string")
        let end = position + count
        guard end < bytes.count, bytes[end] == UInt8(ascii: "\"") else { return nil }
        defer { position = end + 1 }
        return UnsafeBufferPointer(rebasing: bytes[position..<end]).makeIterator()
    }

    mutating func integer() throws -> Int {
        let token = literal()
        guard let value = Int(token) else {
            throw Failure(message: "expected an integer, found \"\(token.prefix(20))\"")
        }
        return value
    }

    /// A JSON number, or one of the strings that stand for NaN and the infinities.
    mutating func number() throws -> Double {
        if peek() == UInt8(ascii: "\"") {
            let token = try string()
            guard let value = TraceNumber.nonFinite(token) else {
                throw Failure(message: "expected a number, found \"\(token.prefix(20))\"")
            }
            return value
        }
        let token = literal()
        // `Double` also takes "nan", "inf" and hexadecimal, which JSON has not.
        let isNumber = token.utf8.allSatisfy {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || "+-.eE".utf8.contains($0)
        }
        guard isNumber, let value = Double(token), value.isFinite else {
            throw Failure(message: "expected a number, found \"\(token.prefix(20))\"")
        }
        return value
    }

    // MARK: Bytes

    private mutating func skipSpace() {
        while position < bytes.count,
            bytes[position] == 32 || bytes[position] == 9
                || bytes[position] == 13
        {
            position += 1
        }
    }

    private mutating func peek() -> UInt8? {
        skipSpace()
        return position < bytes.count ? bytes[position] : nil
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        position += 1
        return true
    }

    private mutating func expect(_ byte: UInt8, _ what: @autoclosure () -> String) throws {
        guard skip(byte) else { throw Failure(message: "expected \(what())") }
    }

    /// A number, `true`, `false` or `null`: everything up to the next delimiter.
    private mutating func literal() -> String {
        skipSpace()
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ":"), 9, 13,
                32:
                return literal(start..<position)
            default: position += 1
            }
        }
        return literal(start..<position)
    }

    private func literal(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }

    private func text(_ range: Range<Int>) throws -> String {
        let part = UnsafeBufferPointer(rebasing: bytes[range])
        guard let text = String(validating: part, as: UTF8.self) else {
            throw Failure(message: "a string that is not UTF-8")
        }
        return text
    }

    /// The rare string with a backslash: finds its end, and leaves the decoding to Foundation.
    private mutating func escapedString(from start: Int) throws -> String {
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard position < bytes.count else {
            throw Failure(message: "a string without its closing quote")
        }
        defer { position += 1 }
        let quoted = Data(bytes[(start - 1)...position])
        guard let text = try? JSONDecoder().decode(String.self, from: quoted) else {
            throw Failure(message: "a string with a bad escape")
        }
        return text
    }
}
