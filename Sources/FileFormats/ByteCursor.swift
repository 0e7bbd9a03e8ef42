import Foundation

/// Reads little-endian values one after another; nothing is read past the end.
struct ByteCursor {
    /// Bytes are fetched in pieces of this size.
    private static let windowSize = 1 << 16

    private let source: ByteSource
    private let end: Int
    private var window = Data()
    private var windowStart = 0
    /// Where the next value begins.
    private(set) var position: Int

    /// Starts at `position` and ends with the source or at `end`.
    init(_ source: ByteSource, at position: Int = 0, end: Int? = nil) {
        self.source = source
        self.position = position
        self.end = end ?? source.count
    }

    /// How many bytes are left.
    var remaining: Int { max(end - position, 0) }

    /// A whole number.
    mutating func integer<Number: FixedWidthInteger>(_: Number.Type) throws(FormatError) -> Number {
        let bytes = try bytes(MemoryLayout<Number>.size)
        return bytes.reversed().reduce(Number(0)) { $0 << 8 | Number(truncatingIfNeeded: $1) }
    }

    /// A whole number of 64 bits that says how many bytes, values or entries follow.
    mutating func count(_ what: String) throws(FormatError) -> Int {
        let number = try integer(UInt64.self)
        guard let count = Int(exactly: number) else {
            throw FormatError("\(what) cannot be \(number)")
        }
        return count
    }

    /// The next bytes.
    mutating func bytes(_ count: Int) throws(FormatError) -> Data {
        guard count >= 0, count <= remaining else {
            throw FormatError(
                "it is truncated: \(count) bytes at \(position) do not fit into \(end)")
        }
        defer { position += count }
        if count > Self.windowSize { return try source.bytes(position..<position + count) }
        if position < windowStart || position + count > windowStart + window.count {
            window = try source.bytes(position..<min(end, position + Self.windowSize))
            windowStart = position
        }
        let first = window.startIndex + position - windowStart
        return window[first..<first + count]
    }

    /// The next bytes as text.
    mutating func text(_ count: Int) throws(FormatError) -> String {
        guard let text = String(validating: try bytes(count), as: UTF8.self) else {
            throw FormatError("a name is not valid UTF-8")
        }
        return text
    }

    /// Passes over bytes without reading them.
    mutating func skip(_ count: Int) throws(FormatError) {
        guard count >= 0, count <= remaining else {
            throw FormatError(
                "it is truncated: \(count) bytes at \(position) do not fit into \(end)")
        }
        position += count
    }
}
