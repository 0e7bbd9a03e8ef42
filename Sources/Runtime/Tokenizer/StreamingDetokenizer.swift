/// Turns tokens into text one by one.
///
/// The pieces joined are the text of all tokens, each piece ends at a character's end, and a token
/// costs the same at the end of a long text as at its beginning.
public protocol StreamingDetokenizer {
    /// The text that a further token completes; empty while a character is incomplete.
    mutating func append(_ token: Int) throws -> String

    /// The text that is still held back, with U+FFFD for an incomplete character.
    mutating func finish() throws -> String
}

/// Bytes that arrive in any portions, as text.
struct UTF8Stream {
    private var held: [UInt8] = []

    /// The characters that are complete with these bytes.
    mutating func append(_ bytes: some Sequence<UInt8>) -> String {
        held.append(contentsOf: bytes)
        let incomplete = Self.incompleteSuffix(of: held)
        let text = String(decoding: held.dropLast(incomplete), as: UTF8.self)
        held.removeFirst(held.count - incomplete)
        return text
    }

    /// What is left, U+FFFD for an incomplete character.
    package mutating func finish() -> String {
        defer { held = [] }
        return String(decoding: held, as: UTF8.self)
    }

    /// How many bytes at the end begin a character that further bytes may complete.
    static func incompleteSuffix(of bytes: [UInt8]) -> Int {
        for (index, byte) in bytes.suffix(3).reversed().enumerated() {
            let length =
                switch byte {
                case 0x80...0xBF: 0  // inside a character: look for its first byte
                case 0xC2...0xDF: 2
                case 0xE0...0xEF: 3
                case 0xF0...0xF4: 4
                default: 1
                }
            if length > 0 { return index + 1 < length ? index + 1 : 0 }
        }
        return 0
    }
}

/// For vocabularies whose pieces stand for bytes, whatever their neighbours are.
package struct ByteDetokenizer: StreamingDetokenizer {
    /// The bytes of one token.
    let bytes: @Sendable (Int) throws -> [UInt8]
    /// Whether one space at the beginning of the text is no part of it.
    let trimsLeadingSpace: Bool

    private var stream = UTF8Stream()
    private var isAtStart = true

    package init(trimsLeadingSpace: Bool, bytes: @escaping @Sendable (Int) throws -> [UInt8]) {
        self.trimsLeadingSpace = trimsLeadingSpace
        self.bytes = bytes
    }

    package mutating func append(_ token: Int) throws -> String {
        var bytes = try bytes(token)[...]
        if isAtStart, !bytes.isEmpty {
            isAtStart = false
            if trimsLeadingSpace, bytes.first == UInt8(ascii: " ") { bytes = bytes.dropFirst() }
        }
        return stream.append(bytes)
    }

    package mutating func finish() -> String { stream.finish() }
}

/// For any other vocabulary: decodes a few tokens together, so that each one sees its neighbours.
package struct WindowDetokenizer: StreamingDetokenizer {
    /// The text of a run of tokens.
    let decode: @Sendable ([Int]) throws -> String

    /// Tokens whose text is out are kept as context for those after them.
    private var window: [Int] = []
    private var context = 0
    /// A character has at most four bytes, so no more tokens than these wait for its end.
    private static let maximumWaiting = 16

    package init(decode: @escaping @Sendable ([Int]) throws -> String) {
        self.decode = decode
    }

    package mutating func append(_ token: Int) throws -> String {
        window.append(token)
        let text = try pending()
        let isComplete = !text.isEmpty && !text.hasSuffix("\u{FFFD}")
        guard isComplete || window.count - context >= Self.maximumWaiting else { return "" }
        window.removeFirst(context)
        context = window.count
        return text
    }

    package mutating func finish() throws -> String {
        defer { (window, context) = ([], 0) }
        return try pending()
    }

    private func pending() throws -> String {
        guard window.count > context else { return "" }
        let before = context == 0 ? "" : try decode(Array(window[..<context]))
        let text = try decode(window)
        guard text.unicodeScalars.starts(with: before.unicodeScalars) else {
            return try decode(Array(window[context...]))
        }
        return String(text.unicodeScalars.dropFirst(before.unicodeScalars.count))
    }
}
