/// A comparison as one self-contained HTML page.
public struct HTMLReport: Sendable {
    /// How many records the page lists; the rest is counted.
    public var limit: Int

    /// Creates a report.
    public init(limit: Int = 2000) { self.limit = limit }

    /// The page.
    public func render(_ comparison: Comparison) -> String {
        let header = comparison.reference.header
        let title = "\(header.family), \(header.dtype), batch \(header.batch)"
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title.escaped)</title>
            <style>\(Self.style)</style>
            </head>
            <body>
            <h1>\(title.escaped)</h1>
            <p class="\(comparison.isIdentical ? "identical" : "differs")">\
            \(Self.conclusion(comparison).escaped)</p>
            \(sides(comparison))
            \(counts(comparison))
            \(firstDifference(comparison))
            \(records(comparison))
            </body>
            </html>

            """
    }

    private static func conclusion(_ comparison: Comparison) -> String {
        if comparison.isIdentical {
            return "All \(comparison.counts.compared) compared records are equal to the last bit."
        }
        return TerminalReport.summary(comparison.counts)
    }

    private func sides(_ comparison: Comparison) -> String {
        let rows = [
            ("reference", comparison.reference.header), ("candidate", comparison.candidate.header),
        ].map { name, header in
            [name, "\(header.package) \(header.version)", header.recorder, header.engine ?? ""]
        }
        return table([["", "package", "recorder", "engine"]] + rows)
    }

    private func counts(_ comparison: Comparison) -> String {
        func row(_ name: String, _ counts: Comparison.Counts) -> [String] {
            [name]
                + [
                    counts.compared, counts.identical, counts.withinTolerance, counts.differs,
                    counts.missing, counts.extra, counts.notProbed,
                ].map { $0 == 0 ? "" : "\($0)" }
        }
        let titles = [
            "run", "compared", "identical", "in tolerance", "differ", "missing", "extra",
            "not probed",
        ]
        return "<h2>Passes</h2>"
            + table(
                [titles] + comparison.countsByRun.map(row) + [row("total", comparison.counts)])
    }

    private func firstDifference(_ comparison: Comparison) -> String {
        guard let entry = comparison.firstDifference else { return "" }
        let record = comparison.record(entry)
        let outer = comparison.enclosingRecord(of: entry).map {
            "<br>called within \($0.pathText.escaped) (\($0.name.escaped), \($0.source.escaped))"
        }
        return """
            <h2>First difference</h2>
            <p><b>\(AlignmentKey(record).description.escaped)</b><br>\
            \(record.name.escaped), \(record.source.escaped)\(outer ?? "")</p>
            """ + table(TerminalReport.numbers(entry, in: comparison))
    }

    /// One foldable list a pass; a pass with a difference is open.
    private func records(_ comparison: Comparison) -> String {
        var runs: [(name: String, hasDifference: Bool, rows: [String])] = []
        var (listed, hidden) = (0, 0)
        for entry in comparison.entries {
            let record = comparison.record(entry)
            if runs.last?.name != record.run { runs.append((record.run, false, [])) }
            let isDifferent = ![.identical, .notProbed].contains(entry.verdict)
            if isDifferent { runs[runs.count - 1].hasDifference = true }
            guard listed < limit else {
                hidden += 1
                continue
            }
            listed += 1
            let cells = [
                entry.verdict.title, record.pathText, record.name,
                record.source, record.shapeText, record.dtype, record.sum.shortText,
                entry.statistics?.smallestRelative.shortText ?? "",
            ]
            runs[runs.count - 1].rows.append(
                "<tr class=\"\(entry.verdict.rawValue)\">"
                    + cells.map { "<td>\($0.escaped)</td>" }.joined() + "</tr>")
        }
        let titles = [
            "verdict", "path", "name", "source", "shape", "dtype", "sum", "needed tolerance",
        ]
        let head = "<tr>" + titles.map { "<th>\($0)</th>" }.joined() + "</tr>"
        let lists = runs.map { run in
            "<details\(run.hasDifference ? " open" : "")><summary>\(run.name.escaped), "
                + "\(run.rows.count) records</summary><table>\(head)\(run.rows.joined(separator: "\n"))"
                + "</table></details>"
        }
        let rest = hidden > 0 ? "<p>\(hidden) more records are not listed.</p>" : ""
        return "<h2>Records</h2>" + lists.joined(separator: "\n") + rest
    }

    private func table(_ rows: [[String]]) -> String {
        let lines = rows.enumerated().map { index, row in
            let tag = index == 0 ? "th" : "td"
            return "<tr>" + row.map { "<\(tag)>\($0.escaped)</\(tag)>" }.joined() + "</tr>"
        }
        return "<table>" + lines.joined(separator: "\n") + "</table>"
    }

    private static let style = """
        :root { color-scheme: light dark; }
        body { font: 15px/1.5 system-ui, sans-serif; max-width: 76rem; margin: 2rem auto; \
        padding: 0 1rem; }
        table { border-collapse: collapse; font-size: 13px; font-variant-numeric: tabular-nums; }
        th, td { text-align: left; padding: .15rem .8rem .15rem 0; vertical-align: top; }
        th { font-weight: 600; border-bottom: 1px solid #8886; }
        details { margin: .4rem 0; } summary { cursor: pointer; }
        .identical { color: #1a7f37; } .withinTolerance { color: #9a6700; }
        .differs, .missing, .extra { color: #cf222e; } .notProbed { color: #8888; }
        """
}

extension Verdict {
    /// The verdict in words.
    public var title: String {
        switch self {
        case .withinTolerance: "within tolerance"
        case .notProbed: "not probed"
        default: rawValue
        }
    }
}

extension String {
    /// The text with HTML's special characters replaced.
    fileprivate var escaped: String {
        reduce(into: "") { text, character in
            switch character {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            default: text.append(character)
            }
        }
    }
}
