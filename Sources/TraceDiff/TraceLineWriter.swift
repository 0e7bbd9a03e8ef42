/// Spells records as lines of a trace, one behind the other in one buffer.
struct TraceLineWriter {
    /// The lines, each with its line feed.
    private(set) var bytes: [UInt8] = []

    /// Adds a record as a line.
    mutating func append(_ record: TraceRecord) {
        member("{\"run\":", record.run)
        text(",\"kind\":\"")
        text(record.kind.rawValue)
        member("\",\"path\":", record.path)
        member(",\"source\":", record.source)
        member(",\"name\":", record.name)
        text(",\"call\":")
        text(String(record.call))
        text(",\"shape\":[")
        for (index, extent) in record.shape.enumerated() {
            if index > 0 { text(",") }
            text(String(extent))
        }
        member("],\"dtype\":", record.dtype)
        number(",\"sum\":", record.sum)
        number(",\"l2\":", record.l2)
        number(",\"min\":", record.min)
        number(",\"max\":", record.max)
        if let checksum = record.checksum {
            text(",\"checksum\":\"")
            hexadecimal(checksum.value)
            text("\"")
        }
        text(",\"hash\":\"")
        let words = record.hash.words
        for word in [words.0, words.1, words.2, words.3] { hexadecimal(word) }
        text("\"}\n")
    }

    /// Forgets the lines and keeps the room.
    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    private mutating func text(_ text: String) { bytes += text.utf8 }

    /// A key, with what stands before it, and a JSON string.
    private mutating func member(_ key: String, _ value: String) {
        text(key)
        if value.utf8.allSatisfy({
            $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
        }) {
            text("\"")
            text(value)
            text("\"")
        } else {
            text(value.jsonQuoted)
        }
    }

    private mutating func number(_ key: String, _ value: Double) {
        text(key)
        text(TraceNumber(value).json)
    }

    private mutating func hexadecimal(_ word: UInt64) {
        for shift in stride(from: 60, through: 0, by: -4) {
            let digit = UInt8(truncatingIfNeeded: word >> UInt64(shift) & 0xF)
            bytes.append(digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10))
        }
    }
}
