/// A comparison as text for a terminal: counts of each pass, the first difference with its numbers,
/// and the records around it; everything else is folded into counts.
public struct TerminalReport: Sendable {
    /// Whether to colour verdicts. Ask whether the output is a terminal.
    public var usesColour: Bool
    /// How many records before the first difference are shown.
    public var leading: Int
    /// How many records from the first difference on are shown.
    public var following: Int

    /// With more passes than this, those without a difference are counted together.
    public var unfoldedRuns: Int

    /// Creates a report; without colour it is plain text.
    public init(
        usesColour: Bool = false, leading: Int = 3, following: Int = 8, unfoldedRuns: Int = 12
    ) {
        self.usesColour = usesColour
        self.unfoldedRuns = unfoldedRuns
        self.leading = leading
        self.following = following
    }

    /// The text, with a line feed at its end.
    public func render(_ comparison: Comparison) -> String {
        var sections = [heading(comparison), counts(comparison)]
        if let first = comparison.firstDifference {
            sections.append(details(first, in: comparison))
            sections.append(region(in: comparison))
        }
        let folded = notProbed(comparison)
        if !folded.isEmpty { sections.append(folded) }
        sections.append(conclusion(comparison))
        return sections.joined(separator: "\n\n") + "\n"
    }

    // MARK: Sections

    private func heading(_ comparison: Comparison) -> String {
        let (reference, candidate) = (comparison.reference.header, comparison.candidate.header)
        let table = TextTable(
            rows: [reference, candidate].enumerated().map { index, header in
                [
                    index == 0 ? "reference" : "candidate", header.family,
                    "\(header.package) \(header.version)", header.dtype, "batch \(header.batch)",
                    "seed \(header.seed)", header.recorder,
                ]
            })
        return ([table.text] + reference.whyBitsMayDiffer(from: candidate)).joined(
            separator: "\n")
    }

    private func counts(_ comparison: Comparison) -> String {
        let titles = ["compared", "identical", "in tolerance", "differ", "missing", "extra"]
        func row(_ name: String, _ counts: Comparison.Counts) -> [String] {
            let numbers = [
                counts.compared, counts.identical, counts.withinTolerance, counts.differs,
                counts.missing, counts.extra, counts.notProbed,
            ]
            return [name] + numbers.map { $0 == 0 ? "·" : "\($0)" }
        }
        var rows = [["run"] + titles + ["not probed"]]
        let runs = comparison.countsByRun
        if runs.count <= unfoldedRuns {
            rows += runs.map(row)
        } else {
            let folded = runs.filter { $0.counts.isIdentical }
            rows += runs.filter { !$0.counts.isIdentical }.map(row)
            let sum = folded.reduce(into: Comparison.Counts()) { $0 += $1.counts }
            if !folded.isEmpty { rows.append(row("… \(folded.count) others", sum)) }
        }
        rows.append(row("total", comparison.counts))
        return TextTable(rows: rows, rightAligned: Set(1...7)).text
    }

    private func details(_ entry: Comparison.Entry, in comparison: Comparison) -> String {
        let record = comparison.record(entry)
        let place = AlignmentKey(record).description
        let origin = [record.label, record.source].filter { !$0.isEmpty }.joined(separator: ", ")
        var title = "First difference: \(place)" + (origin.isEmpty ? "" : "\n  \(origin)")
        if let outer = comparison.enclosingRecord(of: entry) {
            title += "\n  called within \(outer.pathText) (\(outer.name), \(outer.source))"
        }
        return title + "\n" + TextTable(rows: Self.numbers(entry, in: comparison), indent: 2).text
    }

    private func region(in comparison: Comparison) -> String {
        let entries = comparison.entries.filter { $0.verdict != .notProbed }
        guard let first = entries.firstIndex(where: { $0.verdict != .identical }) else { return "" }
        let shown = max(0, first - leading)..<min(entries.count, first + following)
        var rows = [["", "run", "path", "name", "shape", "dtype", "sum"]]
        for entry in entries[shown] {
            let record = comparison.record(entry)
            rows.append([
                mark(entry), record.run, record.pathText, record.label,
                record.shapeText, record.dtype, record.sum.shortText,
            ])
        }
        var lines = TextTable(rows: rows, indent: 2, rightAligned: [6]).text
        if shown.lowerBound > 0 {
            lines = "  … \(shown.lowerBound) identical before\n" + lines
        }
        let rest = entries[shown.upperBound...].reduce(into: Comparison.Counts()) {
            $0.add($1.verdict)
        }
        if rest.total > 0 {
            lines += "\n  … \(rest.total) after: \(Self.summary(rest))"
        }
        return lines
    }

    private func notProbed(_ comparison: Comparison) -> String {
        let classes = comparison.notProbedClasses
        guard !classes.isEmpty else { return "" }
        let names = classes.map { "\($0.name) (\($0.count))" }.joined(separator: ", ")
        return "Not probed by the candidate: \(names)"
    }

    private func conclusion(_ comparison: Comparison) -> String {
        let counts = comparison.counts
        guard counts.compared > 0 else {
            return colour("Nothing was compared.", .red)
        }
        if comparison.isIdentical {
            return colour(
                "Identical: all \(counts.compared) records that both traces have are equal to the "
                    + "last bit.", .green)
        }
        let smallest =
            comparison.smallestTolerancesText.map {
                "The smallest relative tolerance that would have passed: \($0)"
                    + " (\(comparison.hasAllValues ? "from all values" : "from statistics, which prove nothing"))."
            } ?? "No tolerance would have passed."
        if comparison.isWithinTolerance {
            return colour("Not identical, but within the tolerance.", .yellow) + " " + smallest
        }
        return colour("Different: \(Self.summary(counts)).", .red) + " " + smallest
    }

    // MARK: Parts

    /// The fields of both records of an entry, side by side.
    static func numbers(_ entry: Comparison.Entry, in comparison: Comparison) -> [[String]] {
        let left = comparison.referenceRecord(entry)
        let right = comparison.candidateRecord(entry)
        func row(_ name: String, _ field: (TraceRecord) -> String) -> [String] {
            let (a, b) = (left.map(field) ?? "–", right.map(field) ?? "–")
            return [name, a, b, a == b ? "" : "≠"]
        }
        var rows = [
            ["", "reference", "candidate", ""], row("shape", \.shapeText), row("dtype", \.dtype),
            row("sum", \.sum.description), row("l2", \.l2.description),
            row("min", \.min.description), row("max", \.max.description),
            row("checksum") { $0.checksum?.description ?? "" },
            row("sha-256") { String($0.hash.description.prefix(16)) + "…" },
        ]
        if let values = entry.values {
            rows += [
                ["unequal", "\(values.unequal) of \(values.elements)", "", ""],
                ["max abs", values.maxAbsolute.shortText, "", ""],
                ["max rel", values.maxRelative.shortText, "", ""],
                ["rel l2", values.relativeL2.shortText, "", ""],
                ["max ulp", values.maxULP.map { "\($0)" } ?? "–", "", ""],
                ["cosine", values.cosine.description, "", ""],
            ]
        }
        return rows
    }

    static func summary(_ counts: Comparison.Counts) -> String {
        let parts = [
            (counts.differs, "differ"), (counts.missing, "missing"), (counts.extra, "extra"),
            (counts.withinTolerance, "within tolerance"), (counts.identical, "identical"),
        ]
        return parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }

    private func mark(_ entry: Comparison.Entry) -> String {
        switch entry.verdict {
        case .identical: colour("=", .green) + (entry.hasNonFinite ? " non-finite" : "")
        case .withinTolerance: colour("≈", .yellow)
        case .differs: colour("≠ \(entry.stage?.rawValue ?? "")", .red)
        case .missing: colour("– missing", .red)
        case .extra: colour("+ extra", .red)
        case .notProbed: "·"
        }
    }

    private enum Colour: Int {
        case red = 31
        case green = 32
        case yellow = 33
    }

    private func colour(_ text: String, _ colour: Colour) -> String {
        usesColour ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
    }
}

extension Comparison {
    /// The classes of the reference's records that the candidate cannot record, in execution order.
    public var notProbedClasses: [(name: String, count: Int)] {
        var order: [String] = []
        var counts: [String: Int] = [:]
        for entry in entries where entry.verdict == .notProbed {
            let name = record(entry).baseName
            if counts[name] == nil { order.append(name) }
            counts[name, default: 0] += 1
        }
        return order.map { ($0, counts[$0] ?? 0) }
    }

    /// The smallest relative tolerances of all element types, as text.
    var smallestTolerancesText: String? {
        smallestRelativeTolerances.map { tolerances in
            tolerances.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.shortText)" }
                .joined(separator: ", ")
        }
    }

    /// Whether every difference in bits was measured element by element.
    var hasAllValues: Bool {
        entries.allSatisfy { $0.stage != .bits || $0.values != nil }
    }
}

/// Rows of cells, padded so that columns line up.
struct TextTable {
    var rows: [[String]]
    var indent = 0
    var rightAligned: Set<Int> = []

    /// The lines, without trailing spaces.
    var text: String {
        var widths: [Int] = []
        for row in rows {
            for (column, cell) in row.enumerated() {
                if column == widths.count { widths.append(0) }
                widths[column] = max(widths[column], Self.width(cell))
            }
        }
        let margin = String(repeating: " ", count: indent)
        return rows.map { row in
            let cells = row.enumerated().map { column, cell in
                let padding = String(repeating: " ", count: widths[column] - Self.width(cell))
                return rightAligned.contains(column) ? padding + cell : cell + padding
            }
            let line = margin + cells.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }.joined(separator: "\n")
    }

    /// The characters that a terminal shows: colour sequences take no room.
    private static func width(_ cell: String) -> Int {
        var count = 0
        var isSequence = false
        for character in cell {
            if character == "\u{1B}" {
                isSequence = true
            } else if isSequence {
                isSequence = character != "m"
            } else {
                count += 1
            }
        }
        return count
    }
}

extension TraceRecord {
    /// The path, or a word for the root's.
    var pathText: String { path.isEmpty ? "(model)" : path }
    /// The name, where it is not the path.
    var label: String { name == path ? "" : name }
    /// The shape as Python prints a list.
    var shapeText: String { "[" + shape.map(String.init).joined(separator: ", ") + "]" }
}
