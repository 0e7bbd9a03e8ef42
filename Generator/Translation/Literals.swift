extension Int {
    /// Decimal digits, grouped from five digits on: `10_000`.
    var grouped: String {
        let digits = String(magnitude)
        guard digits.count > 4 else { return String(self) }
        let groups = stride(from: digits.count, to: 0, by: -3).map { end in
            let upper = digits.index(digits.startIndex, offsetBy: end)
            let lower = digits.index(digits.startIndex, offsetBy: Swift.max(0, end - 3))
            return String(digits[lower..<upper])
        }
        return (self < 0 ? "-" : "") + groups.reversed().joined(separator: "_")
    }
}

extension Double {
    /// A literal that reads back as the same number; whole numbers keep their `.0`.
    var literal: String {
        if isInfinite { return self < 0 ? "-Double.infinity" : "Double.infinity" }
        if isNaN { return "Double.nan" }
        if self == rounded(), magnitude < 1e15 {
            return magnitude >= 10_000 ? "\(Int(self).grouped).0" : String(self)
        }
        return String(self)
    }
}

extension String {
    /// A Swift string literal of the text.
    var swiftLiteral: String {
        "\"\(swiftEscaped)\""
    }

    /// The text with what a literal has to escape.
    var swiftEscaped: String {
        reduce(into: "") { text, character in
            switch character {
            case "\\": text += "\\\\"
            case "\"": text += "\\\""
            case "\n": text += "\\n"
            case "\t": text += "\\t"
            case "\r": text += "\\r"
            default: text.append(character)
            }
        }
    }
}
