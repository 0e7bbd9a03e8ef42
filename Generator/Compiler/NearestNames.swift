extension [String] {
    /// Up to three names that are spelled most like `name`, nearest first.
    func nearest(to name: String) -> [String] {
        map { ($0, Self.distance([Character](name), [Character]($0))) }
            .filter { $0.1 <= Swift.max(2, name.count / 2) || $0.0.hasPrefix(name.prefix(4)) }
            .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(3).map(\.0)
    }

    /// The number of insertions, deletions and replacements between two words.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var row = [Int](0...right.count)
        for (i, a) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let replaced = diagonal + (a == b ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = Swift.min(replaced, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[right.count]
    }
}
