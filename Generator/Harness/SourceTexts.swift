import Foundation
import TraceDiff

/// The texts of the files that the places of traces are in, of both sides.
public struct SourceTexts: Sendable {
    private var texts: [String: String]

    /// The texts by the names that files have in places.
    public init(_ texts: [String: String] = [:]) { self.texts = texts }

    /// The text of a file.
    public subscript(file: String) -> String? { texts[file] }

    /// The line at `file:line:column`; nil if its text is not known.
    public func line(at place: String) -> String? {
        lines(from: place)?.first?.trimmingCharacters(in: .whitespaces)
    }

    /// The Python statement at a place, to the end of its brackets, on one line and without comments; nil if
    /// its text is not known.
    public func statement(at place: String) -> String? {
        guard let lines = lines(from: place) else { return nil }
        var statement = ""
        var depth = 0
        for line in lines.prefix(40) {
            let code = line.prefix { $0 != "#" }
            statement += code + " "
            depth += code.count { "([{".contains($0) } - code.count { ")]}".contains($0) }
            if depth <= 0, !code.hasSuffix("\\") { break }
        }
        return statement
    }

    /// The names that the Python statement at a place reads, attributes of `self` as `self.name`; nil if its
    /// text is not known. What stands behind the first assignment counts.
    public func namesRead(at place: String) -> [String]? {
        guard let statement = statement(at: place) else { return nil }
        // Not `==`, and no keyword argument, which has no spaces around its sign.
        let value = statement.range(of: " = ").map { statement[$0.upperBound...] } ?? statement[...]
        return value.matches(of: /(self\.)?[A-Za-z_][A-Za-z_0-9]*/).map { String($0.output.0) }
    }

    /// The declaration at the top of a file that a place is in: its first line has no indentation, and so
    /// has the brace that ends it in Swift. Empty if the text is not known.
    public func declaration(at place: String) -> String {
        guard let place = SourcePlace(place), let text = texts[place.file] else { return "" }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        func isTop(_ line: Substring) -> Bool {
            line.first.map { !$0.isWhitespace && !")}#/".contains($0) } ?? false
        }
        guard place.line <= lines.count, let start = lines[..<place.line].lastIndex(where: isTop)
        else { return "" }
        let end =
            place.file.hasSuffix(".swift")
            ? lines[start...].firstIndex { $0.hasPrefix("}") }.map { $0 + 1 }
            : lines[(start + 1)...].firstIndex(where: isTop)
        return lines[start..<(end ?? lines.endIndex)].joined(separator: "\n")
            .trimmingCharacters(in: .newlines) + "\n"
    }

    private func lines(from place: String) -> ArraySlice<Substring>? {
        guard let place = SourcePlace(place),
            let lines = texts[place.file]?.split(separator: "\n", omittingEmptySubsequences: false),
            place.line <= lines.count
        else { return nil }
        return lines[(place.line - 1)...]
    }
}
