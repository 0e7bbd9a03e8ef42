extension ParsedModule {
    /// The text of a line, without its line break; lines count from one.
    public func line(_ number: Int) -> String? { textOfLine(number, in: source) }
}

/// The text of one line as Python counts them: a line ends with `\n`, `\r\n` or `\r`, and with no
/// other character that Unicode calls a line break.
func textOfLine(_ number: Int, in source: String) -> String? {
    guard number > 0 else { return nil }
    let bytes = source.utf8
    var start = bytes.startIndex
    for _ in 1..<number {
        guard let end = bytes[start...].firstIndex(where: isLineEnd) else { return nil }
        start = bytes.index(after: end)
        if bytes[end] == UInt8(ascii: "\r"), start < bytes.endIndex,
            bytes[start] == UInt8(ascii: "\n")
        {
            start = bytes.index(after: start)
        }
    }
    return String(decoding: bytes[start...].prefix { !isLineEnd($0) }, as: UTF8.self)
}

/// Line and column, counted from one, of the byte at `offset`.
func position(ofByte offset: Int, in bytes: some Collection<UInt8>) -> (line: Int, column: Int) {
    var (line, column) = (1, 1)
    var previous: UInt8 = 0
    for byte in bytes.prefix(offset) {
        let endsLine = isLineEnd(previous) && !(previous == UInt8(ascii: "\r") && byte == 10)
        if endsLine { (line, column) = (line + 1, 1) }
        column += 1
        previous = byte
    }
    return isLineEnd(previous) ? (line + 1, 1) : (line, column)
}

private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
}
