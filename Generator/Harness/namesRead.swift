import Foundation

/// The names that the Python statement at `file:line:column` reads, attributes of `self` as `self.name`;
/// nil if its text is not known.
///
/// What stands behind the first assignment counts; a statement ends where its brackets are closed.
public func namesRead(at place: String, in sources: [String: String]) -> [String]? {
    let parts = place.split(separator: ":")
    guard parts.count == 3, let number = Int(parts[1]), number > 0,
        let text = sources[String(parts[0])]
    else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard number <= lines.count else { return nil }
    var statement = ""
    var depth = 0
    for line in lines[(number - 1)...].prefix(40) {
        let code = line.prefix { $0 != "#" }
        statement += code + " "
        depth += code.count { "([{".contains($0) } - code.count { ")]}".contains($0) }
        if depth <= 0, !code.hasSuffix("\\") { break }
    }
    // Not `==`, and no keyword argument, which has no spaces around its sign.
    let value = statement.range(of: " = ").map { statement[$0.upperBound...] } ?? statement[...]
    let names = value.matches(of: /(self\.)?[A-Za-z_][A-Za-z_0-9]*/).map { String($0.output.0) }
    return names
}
