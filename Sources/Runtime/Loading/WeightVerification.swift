import MLX
import MLXNN
import OrderedCollections

/// How a checkpoint's tensors differ from the parameters of a model.
struct WeightVerification {
    /// Parameters that the checkpoint lacks.
    let missing: [String]
    /// Tensors that no parameter takes.
    let unexpected: [String]
    /// Tensors of another shape than their parameter.
    let misshapen: [(name: String, expected: [Int], found: [Int])]

    /// Compares shapes by name.
    init(parameters: OrderedDictionary<String, [Int]>, weights: OrderedDictionary<String, [Int]>) {
        missing = parameters.keys.filter { weights[$0] == nil }
        unexpected = weights.keys.filter { parameters[$0] == nil }
        misshapen = parameters.compactMap { name, expected in
            guard let found = weights[name], found != expected else { return nil }
            return (name, expected, found)
        }
    }

    /// The first ten of each kind with the nearest name of the other side, nil if nothing differs.
    func report(absentFiles: [String]) -> String? {
        var lines: [String] = []
        let absent =
            absentFiles.isEmpty
            ? ""
            : " (the index lists files that are not there: \(absentFiles.joined(separator: ", ")))"
        list(missing, "missing", note: absent, to: &lines) { name in
            describe(name, nearest: unexpected)
        }
        list(unexpected, "unexpected", note: "", to: &lines) { name in
            describe(name, nearest: missing)
        }
        list(misshapen, "of another shape", note: "", to: &lines) { tensor in
            "\(tensor.name): expected \(tensor.expected), found \(tensor.found)"
        }
        return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }

    private func list<Item>(
        _ items: [Item], _ kind: String, note: String, to lines: inout [String],
        describe: (Item) -> String
    ) {
        guard !items.isEmpty else { return }
        lines.append("\(items.count) tensor\(items.count == 1 ? "" : "s") \(kind)\(note):")
        lines += items.prefix(10).map { "  \(describe($0))" }
        if items.count > 10 { lines.append("  … and \(items.count - 10) more") }
    }

    private func describe(_ name: String, nearest candidates: [String]) -> String {
        // The comparison is quadratic in length, so only names of one last component are tried.
        let last = name.split(separator: ".").last
        let similar = candidates.lazy.filter { $0.split(separator: ".").last == last }.prefix(200)
        guard let nearest = Nearest(candidates: Array(similar)).names(to: name, count: 1).first
        else { return name }
        return "\(name) (nearest: \(nearest))"
    }
}
