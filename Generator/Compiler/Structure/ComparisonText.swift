extension FamilyComparison {
    /// The comparison for a person.
    public var text: String {
        var lines = ["\(old) → \(new)", ""]
        let same = pairs.filter { pair in
            !difference.classes.contains { $0.old?.name == pair.old && $0.new?.name == pair.new }
        }
        if !same.isEmpty {
            lines += ["the same: " + same.map { $0.old.arrow($0.new) }.joined(separator: ", "), ""]
        }
        lines += difference.lines(likeness: pairs)
        return lines.joined(separator: "\n")
    }
}

extension StructuralDifference {
    /// The difference in lines, indented by `indent` blanks.
    func lines(likeness: [FamilyComparison.Pair] = [], indent: Int = 0) -> [String] {
        var lines: [String] = []
        for change in classes {
            switch (change.old, change.new) {
            case (let old?, let new?):
                let share =
                    likeness.first { $0.old == old.name && $0.new == new.name }
                    .map { ", \(Int($0.likeness * 100)) % of the lines the same" } ?? ""
                lines.append(
                    "class \(old.name.arrow(new.name)) (\(old.place.arrow(new.place))\(share))")
            case (let old?, nil): lines.append("class \(old.name) (\(old.place)) is gone")
            case (nil, let new?): lines.append("class \(new.name) (\(new.place)) is new")
            case (nil, nil): continue
            }
            lines += change.fields.map { "    \($0.rendered)" }
            for method in change.methods { lines += method.lines(word: "  ") }
        }
        for function in functions { lines += function.lines(word: "def ") }
        if !statements.isEmpty {
            lines.append("outside classes and functions")
            lines += statements.map { "    \($0.rendered)" }
        }
        let blanks = String(repeating: " ", count: indent)
        return lines.map { blanks + $0 }
    }
}

extension StructuralDifference.Change {
    fileprivate func lines(word: String) -> [String] {
        switch (old, new) {
        case (let old?, let new?):
            ["\(word)\(old.name) (\(old.place.arrow(new.place)))"]
                + lines.map { "    \($0.rendered)" }
        case (let old?, nil): ["\(word)\(old.name) (\(old.place)) is gone"]
        case (nil, let new?): ["\(word)\(new.name) (\(new.place)) is new"]
        case (nil, nil): []
        }
    }
}

extension StructuralDifference.LineChange {
    fileprivate var rendered: String {
        "\(kind.rawValue) \(String(repeating: "    ", count: depth))\(text)"
    }
}

extension String {
    /// The name, or both names if they differ.
    fileprivate func arrow(_ other: String) -> String {
        self == other ? self : "\(self) → \(other)"
    }
}
