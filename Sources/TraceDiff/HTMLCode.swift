/// A file of the reference's source and the file that was generated from it.
public struct SourcePair: Sendable {
    /// The name and the text of a file.
    public struct File: Sendable {
        /// The name as places in traces have it: `llama/language.py`.
        public var name: String
        public var text: String

        public init(name: String, text: String) {
            self.name = name
            self.text = text
        }
    }

    public var reference: File
    public var candidate: File
    /// The lines that stand for each other, counted from 1.
    public var lines: [(reference: Int, candidate: Int)]

    public init(reference: File, candidate: File, lines: [(reference: Int, candidate: Int)]) {
        self.reference = reference
        self.candidate = candidate
        self.lines = lines
    }
}

extension Comparison {
    /// The worst verdict of each line of a file of the reference, of what was compared.
    func lineVerdicts(in file: String) -> [Int: Verdict] {
        var verdicts: [Int: Verdict] = [:]
        for entry in entries where entry.verdict != .notProbed {
            let record = record(entry)
            guard record.kind == .line, let line = Self.line(of: record, in: file) else { continue }
            let known = verdicts[line]
            if known == nil || known == .identical
                || (known == .withinTolerance && entry.verdict != .identical)
            {
                verdicts[line] = entry.verdict
            }
        }
        return verdicts
    }

    /// The line of a record whose place is in a file.
    static func line(of record: TraceRecord, in file: String) -> Int? {
        // Few records are of the file: the others need not be taken apart.
        guard record.source.hasPrefix(file) else { return nil }
        return SourcePlace(record.source).flatMap { $0.file == file ? $0.line : nil }
    }
}

extension HTMLReport {
    /// Both sources side by side, where lines were compared; the files of the first line that differs
    /// come first and are open.
    func codeSection(_ comparison: Comparison, _ sources: [SourcePair]) -> String {
        let first = comparison.entries.first {
            $0.verdict.isDifference && comparison.record($0).kind == .line
        }.map(comparison.record)
        let pages = sources.compactMap { ComparedSources($0, comparison, first: first) }
        guard !pages.isEmpty else { return "" }
        let ordered = pages.filter(\.hasFirst) + pages.filter { !$0.hasFirst }
        return
            "<section><h2>Sources</h2>\(ordered.map(\.details).joined(separator: "\n"))</section>"
    }
}

/// Two files side by side, with the verdicts of their lines.
private struct ComparedSources {
    private let pair: SourcePair
    private let left: [Substring]
    private let right: [Substring]
    private var leftVerdicts: [Int: Verdict]
    private var rightVerdicts: [Int: Verdict] = [:]
    /// The first line that differs, on both sides.
    private var leftFirst: Int?
    private var rightFirst: Int?

    /// How many lines around compared ones are shown.
    private static let context = 3

    /// Nil if no line of the two files was compared.
    init?(_ pair: SourcePair, _ comparison: Comparison, first: TraceRecord?) {
        self.pair = pair
        left = pair.reference.text.split(separator: "\n", omittingEmptySubsequences: false)
        right = pair.candidate.text.split(separator: "\n", omittingEmptySubsequences: false)
        let lines = Set(pair.lines.map(\.reference))
        leftVerdicts = comparison.lineVerdicts(in: pair.reference.name)
            .filter { lines.contains($0.key) }
        guard !leftVerdicts.isEmpty else { return nil }
        let firstLine = first.flatMap { Comparison.line(of: $0, in: pair.reference.name) }
        for (reference, candidate) in pair.lines {
            guard let verdict = leftVerdicts[reference] else { continue }
            if rightVerdicts[candidate] ?? .identical == .identical {
                rightVerdicts[candidate] = verdict
            }
            if reference == firstLine { (leftFirst, rightFirst) = (reference, candidate) }
        }
    }

    var hasFirst: Bool { leftFirst != nil }

    var details: String {
        let others = leftVerdicts.values.filter { $0 != .identical }.count
        return "<details\(hasFirst ? " open" : "")><summary>"
            + "\(pair.reference.name.escapedForHTML) · \(pair.candidate.name.escapedForHTML)<small>"
            + "\(leftVerdicts.count) lines compared\(others > 0 ? ", \(others) differ" : "")</small>"
            + "</summary><div class=\"wide\">\(table)</div></details>"
    }

    private var table: String {
        let rows = aligned
        var shown = [Bool](repeating: false, count: rows.count)
        for (index, row) in rows.enumerated()
        where row.0.flatMap({ leftVerdicts[$0] }) ?? row.1.flatMap({ rightVerdicts[$0] }) != nil {
            let last = min(rows.count - 1, index + Self.context)
            for near in max(0, index - Self.context)...last { shown[near] = true }
        }
        var html: [String] = []
        var hidden = 0
        func unfold() {
            if hidden > 0 {
                html.append("<tr class=\"fold\"><td colspan=\"4\">⋯ \(hidden) lines</td></tr>")
            }
            hidden = 0
        }
        for (row, isShown) in zip(rows, shown) {
            guard isShown else {
                hidden += 1
                continue
            }
            unfold()
            html.append(
                "<tr>" + cells(row.0, left, leftVerdicts, leftFirst, "")
                    + cells(row.1, right, rightVerdicts, rightFirst, " right") + "</tr>")
        }
        unfold()
        return "<table class=\"code\"><colgroup><col style=\"width:3rem\"><col><col style=\"width:"
            + "3rem\"><col></colgroup>\(html.joined(separator: "\n"))</table>"
    }

    private func cells(
        _ line: Int?, _ text: [Substring], _ verdicts: [Int: Verdict], _ first: Int?,
        _ side: String
    ) -> String {
        guard let line, line <= text.count else { return "<td class=\"n\(side)\"></td><td></td>" }
        var name =
            switch verdicts[line] {
            case .identical: "same"
            case .withinTolerance: "close"
            case .differs, .missing, .extra: "other"
            case .notProbed, nil: ""
            }
        if line == first { name += " first" }
        return "<td class=\"n\(side)\">\(line)</td><td class=\"\(name)\">"
            + "\(String(text[line - 1]).escapedForHTML)</td>"
    }

    /// Rows of two files: lines that stand for each other beside each other where their order allows.
    private var aligned: [(Int?, Int?)] {
        var rows: [(Int?, Int?)] = []
        var (nextLeft, nextRight) = (1, 1)
        func fill(to leftEnd: Int, _ rightEnd: Int) {
            while nextLeft < leftEnd || nextRight < rightEnd {
                rows.append(
                    (nextLeft < leftEnd ? nextLeft : nil, nextRight < rightEnd ? nextRight : nil))
                nextLeft = min(leftEnd, nextLeft + 1)
                nextRight = min(rightEnd, nextRight + 1)
            }
        }
        for (reference, candidate) in ascending(pair.lines) {
            fill(to: reference, candidate)
            rows.append((reference, candidate))
            (nextLeft, nextRight) = (reference + 1, candidate + 1)
        }
        fill(to: left.count + 1, right.count + 1)
        return rows
    }

    /// The longest list of pairs in which both lines grow.
    private func ascending(
        _ lines: [(reference: Int, candidate: Int)]
    ) -> [(reference: Int, candidate: Int)] {
        let sorted = lines.sorted { ($0.reference, $0.candidate) < ($1.reference, $1.candidate) }
        var lengths = [Int](repeating: 1, count: sorted.count)
        var before = [Int?](repeating: nil, count: sorted.count)
        for index in sorted.indices {
            for other in 0..<index
            where sorted[other].reference < sorted[index].reference
                && sorted[other].candidate < sorted[index].candidate
                && lengths[other] + 1 > lengths[index]
            {
                lengths[index] = lengths[other] + 1
                before[index] = other
            }
        }
        var chain: [(reference: Int, candidate: Int)] = []
        var place = lengths.indices.max { lengths[$0] < lengths[$1] }
        while let index = place {
            chain.append(sorted[index])
            place = before[index]
        }
        return chain.reversed()
    }
}
