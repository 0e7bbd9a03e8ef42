import ModelRuntime

extension StringProtocol {
    /// The text without white space around it.
    var trimmed: String {
        let start = drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }

    /// The texts between two marks, from left to right, each as short as can be.
    func parts(between start: String, and end: String) -> [String] {
        var parts: [String] = []
        var rest = self[startIndex..<endIndex]
        while let opening = rest.firstRange(of: start),
            let closing = rest[opening.upperBound...].firstRange(of: end)
        {
            parts.append(String(rest[opening.upperBound..<closing.lowerBound]))
            rest = rest[closing.upperBound...]
        }
        return parts
    }

    /// The text before a mark and that after it, nil without the mark.
    func split(at mark: String) -> (before: String, after: String)? {
        firstRange(of: mark).map {
            (String(self[..<$0.lowerBound]), String(self[$0.upperBound...]))
        }
    }

    /// The text without one line break at its beginning and one at its end.
    var withoutOuterBreaks: String {
        var text = self[startIndex..<endIndex]
        if text.first == "\n" { text = text.dropFirst() }
        if text.last == "\n" { text = text.dropLast() }
        return String(text)
    }

    /// The text without quotation marks of one kind around it.
    var unquoted: String {
        let text = trimmed
        for quote in ["\"", "'"]
        where text.count > 1 && text.hasPrefix(quote) && text.hasSuffix(quote) {
            return String(text.dropFirst().dropLast())
        }
        return text
    }

    /// The JSON value at the beginning of the text and what follows it, nil if there is none.
    var leadingJSON: (value: OrderedJSON, rest: SubSequence)? {
        guard let first else { return nil }
        var end = startIndex
        if first == "{" || first == "[" || first == "\"" {
            var (depth, isText, isEscaped) = (0, false, false)
            repeat {
                guard end < endIndex else { return nil }
                let character = self[end]
                end = index(after: end)
                if isText {
                    if isEscaped {
                        isEscaped = false
                    } else if character == "\\" {
                        isEscaped = true
                    } else if character == "\"" {
                        isText = false
                    }
                } else if character == "\"" {
                    isText = true
                } else if character == "{" || character == "[" {
                    depth += 1
                } else if character == "}" || character == "]" {
                    depth -= 1
                }
            } while depth > 0 || isText
        } else {
            end =
                self[startIndex...].firstIndex {
                    !($0.isLetter || $0.isNumber || "+-.".contains($0))
                }
                ?? endIndex
        }
        return OrderedJSON(json: self[..<end]).map { ($0, self[end...]) }
    }
}
