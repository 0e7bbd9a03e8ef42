/// The names that a mistyped `name` may have meant, nearest first; none if all are far from it.
///
/// Near is an edit distance of at most a third of the name's length, or one containing the other.
public func nearestNames(
    to name: String, in candidates: some Sequence<String>, limit: Int = 3
) -> [String] {
    let wanted = name.lowercased()
    let scored = candidates.compactMap { candidate -> (distance: Int, name: String)? in
        let known = candidate.lowercased()
        let distance = editDistance(wanted, known)
        let contained =
            min(wanted.count, known.count) >= 3
            && (known.contains(wanted) || wanted.contains(known))
        return distance <= max(1, wanted.count / 3) || contained ? (distance, candidate) : nil
    }
    return scored.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
        .prefix(limit).map(\.name)
}

/// How many insertions, deletions and replacements make one text the other.
public func editDistance(_ left: String, _ right: String) -> Int {
    let right = Array(right)
    var row = Array(0...right.count)
    for (i, character) in left.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for j in right.indices {
            let replaced = diagonal + (character == right[j] ? 0 : 1)
            diagonal = row[j + 1]
            row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
        }
    }
    return row[right.count]
}
