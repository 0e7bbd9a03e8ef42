/// The candidates that are closest to a name, for "did you mean" in messages.
struct Nearest {
    /// What may have been meant.
    let candidates: [String]

    /// The Levenshtein distance between two strings, over Unicode scalars.
    static func distance(_ first: some StringProtocol, _ second: some StringProtocol) -> Int {
        let (first, second) = (Array(first.unicodeScalars), Array(second.unicodeScalars))
        var row = Array(0...second.count)
        for (i, left) in first.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, right) in second.enumerated() {
                let substitution = diagonal + (left == right ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substitution, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[second.count]
    }

    /// Up to `count` candidates in order of distance to `name`, then of the alphabet.
    ///
    /// A candidate that shares less than half of its letters with the name is left out.
    func names(to name: String, count: Int = 3) -> [String] {
        candidates
            .map { (name: $0, distance: Self.distance(name, $0)) }
            .filter {
                $0.distance * 2 <= max(name.unicodeScalars.count, $0.name.unicodeScalars.count)
            }
            .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
            .prefix(count)
            .map(\.name)
    }
}
