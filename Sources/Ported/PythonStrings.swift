// Methods of Python's `str` that Swift's strings lack.

extension String {
    /// Python's `text.split()`: the parts between whitespace.
    public var words: [String] { split { $0.isPythonSpace }.map(String.init) }

    /// Python's `text.strip()`.
    public var strippingWhitespace: String {
        String(drop { $0.isPythonSpace }.reversed().drop { $0.isPythonSpace }.reversed())
    }

    /// Python's `text.strip(characters)`: without what there is of these at either end.
    public func stripping(_ characters: String) -> String {
        let stripped = Set(characters.unicodeScalars)
        var rest = unicodeScalars[...]
        while let first = rest.first, stripped.contains(first) { rest.removeFirst() }
        while let last = rest.last, stripped.contains(last) { rest.removeLast() }
        return String(Substring(rest))
    }

    /// What Python goes through in `for c in text`: the string's code points.
    public var pythonCharacters: [String] { unicodeScalars.map { String($0) } }

    /// Python's `text[start:end]`, in Unicode's code points: bounds may count from the end and lie beyond it.
    public func slice(from start: Int = 0, to end: Int? = nil) -> String {
        String(UnicodeScalarView(Array(unicodeScalars).slice(from: start, to: end)))
    }

    /// Python's `text.split(separator, count)`: at most so many cuts, all of them if negative.
    public func split(by separator: String, atMost count: Int) -> [String] {
        let parts = split(separator: separator, omittingEmptySubsequences: false).map(String.init)
        guard count >= 0, parts.count > count + 1 else { return parts }
        return parts.prefix(count) + [parts.dropFirst(count).joined(separator: separator)]
    }

    /// Python's `text.rsplit(separator, count)`: the cuts are made from the end.
    public func splitFromEnd(by separator: String, atMost count: Int) -> [String] {
        let parts = split(separator: separator, omittingEmptySubsequences: false).map(String.init)
        guard count >= 0, parts.count > count + 1 else { return parts }
        return [parts.dropLast(count).joined(separator: separator)] + parts.suffix(count)
    }

    /// Python's `int(text)`.
    ///
    /// - Throws: ``PythonFailure`` if the text spells no integer of 64 bits.
    public func parsedInt() throws -> Int {
        let digits = strippingWhitespace
        let groups = digits.split(separator: "_", omittingEmptySubsequences: false)
        guard !groups.contains(where: \.isEmpty), let value = Int(groups.joined()) else {
            throw PythonFailure.raised(
                "ValueError", "invalid literal for int() with base 10: \(quoted)")
        }
        return value
    }

    /// Python's `repr(text)`: in quotes, with escapes for what is no printable ASCII character.
    public var quoted: String {
        let quote = contains("'") && !contains("\"") ? "\"" : "'"
        let text = unicodeScalars.map { scalar -> String in
            switch scalar {
            case "\\": "\\\\"
            case "\n": "\\n"
            case "\r": "\\r"
            case "\t": "\\t"
            case "'" where quote == "'": "\\'"
            case _ where scalar.value < 32 || scalar.value == 127: scalar.escape
            default: String(scalar)
            }
        }
        return quote + text.joined() + quote
    }
}

extension Unicode.Scalar {
    /// `\x1b`
    fileprivate var escape: String {
        let digits = String(value, radix: 16)
        return "\\x" + String(repeating: "0", count: 2 - digits.count) + digits
    }
}

extension Character {
    /// Whether Python's `str.isspace` holds: Unicode's whitespace and the four separators of ASCII.
    fileprivate var isPythonSpace: Bool {
        isWhitespace || ("\u{1c}"..."\u{1f}").contains(self)
    }
}
