import Foundation

/// The position-sensitive checksum of a tensor, spelled with 16 hexadecimal digits.
public struct TraceChecksum: Sendable, Hashable, Codable, CustomStringConvertible {
    /// The sum of `(i + 1) * bits(i)` modulo 2^64.
    public var value: UInt64

    /// Wraps a checksum.
    public init(_ value: UInt64) { self.value = value }

    /// Reads 16 hexadecimal digits; nil if `text` is anything else.
    public init?(hexadecimal text: some StringProtocol) {
        guard let words = HexadecimalWords.read(text.utf8, count: 1) else { return nil }
        value = words[0]
    }

    public var description: String { HexadecimalWords.spell(value) }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let checksum = Self(hexadecimal: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "a checksum has 16 hexadecimal digits")
        }
        self = checksum
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// A SHA-256 digest of a tensor's bytes, spelled with 64 hexadecimal digits.
public struct TraceHash: Sendable, Hashable, Codable, CustomStringConvertible {
    // Four words in place of a string: no allocation a record, and one comparison.
    private(set) var words: (UInt64, UInt64, UInt64, UInt64)

    init(_ first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt64) {
        words = (first, second, third, fourth)
    }

    /// Takes the 32 bytes of a digest; nil if there are more or fewer.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        var words: [UInt64] = []
        var word: UInt64 = 0
        for (index, byte) in bytes.enumerated() {
            word = word << 8 | UInt64(byte)
            if index % 8 == 7 { words.append(word) }
        }
        self.init(words[0], words[1], words[2], words[3])
    }

    /// Reads 64 hexadecimal digits; nil if `text` is anything else.
    public init?(hexadecimal text: some StringProtocol) {
        guard let words = HexadecimalWords.read(text.utf8, count: 4) else { return nil }
        self.init(words[0], words[1], words[2], words[3])
    }

    public var description: String {
        [words.0, words.1, words.2, words.3].map(HexadecimalWords.spell).joined()
    }

    public static func == (left: Self, right: Self) -> Bool { left.words == right.words }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
        hasher.combine(words.3)
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let hash = Self(hexadecimal: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "a hash has 64 hexadecimal digits")
        }
        self = hash
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// Hexadecimal digits, 16 to a word, first digit highest.
enum HexadecimalWords {
    static func spell(_ word: UInt64) -> String {
        let digits = String(word, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    static func read(_ digits: some Sequence<UInt8>, count: Int) -> [UInt64]? {
        var iterator = digits.makeIterator()
        var words: [UInt64] = []
        for _ in 0..<count {
            guard let word = readWord(&iterator) else { return nil }
            words.append(word)
        }
        return iterator.next() == nil ? words : nil
    }

    /// The next 16 digits; nil if there are fewer, or others.
    static func readWord(_ digits: inout some IteratorProtocol<UInt8>) -> UInt64? {
        var word: UInt64 = 0
        for _ in 0..<16 {
            guard let digit = digits.next(), let value = value(of: digit) else { return nil }
            word = word << 4 | UInt64(value)
        }
        return word
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
