/// What a page shows beside the comparison itself.
public struct ReportDetails {
    /// The likely causes of the first difference.
    public var causes: [DifferenceCause] = []
    /// The sources that lines were compared of.
    public var sources: [SourcePair] = []
    /// The values of the reference's records and the candidate's, where they were kept.
    public var referenceValues: Comparison.ValueLookup = { _ in nil }
    public var candidateValues: Comparison.ValueLookup = { _ in nil }

    /// Nothing beside the comparison.
    public init() {}
}

/// A comparison as one self-contained HTML page: no scripts, nothing that is fetched.
public struct HTMLReport {
    /// How many records the page lists; the rest is counted.
    public var limit: Int

    /// Creates a report.
    public init(limit: Int = 2000) { self.limit = limit }

    /// The page.
    public func render(
        _ comparison: Comparison, details: ReportDetails = ReportDetails()
    ) -> String {
        let header = comparison.reference.header
        let title = "\(header.family), \(header.dtype), batch \(header.batch)"
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title.escapedForHTML)</title>
            <style>\(htmlStyle)</style>
            </head>
            <body>
            <header>
            <h1>\(title.escapedForHTML)</h1>
            \(conclusion(comparison))
            \(sides(comparison))
            </header>
            \(firstDifference(comparison, details))
            \(heatMaps(comparison, details))
            \(driftPlot(comparison))
            \(codeSection(comparison, details.sources))
            \(counts(comparison))
            \(records(comparison))
            </body>
            </html>

            """
    }

    private func conclusion(_ comparison: Comparison) -> String {
        let counts = comparison.counts
        if comparison.isIdentical {
            return
                "<p class=\"verdict identical\">All \(counts.compared) compared records are equal "
                + "to the last bit.</p>"
        }
        let name = comparison.isWithinTolerance ? "withinTolerance" : "differs"
        let smallest =
            comparison.smallestTolerancesText.map {
                "The smallest relative tolerance that would have passed: \($0)."
            } ?? "No tolerance would have passed."
        return "<p class=\"verdict \(name)\">\(TerminalReport.summary(counts).escapedForHTML). "
            + "<span>\(smallest.escapedForHTML)</span></p>"
    }

    private func sides(_ comparison: Comparison) -> String {
        let rows = [
            ("reference", comparison.reference.header), ("candidate", comparison.candidate.header),
        ].map { name, header in
            [
                name, "\(header.package) \(header.version)", header.recorder, header.engine ?? "",
                header.machine ?? "",
            ]
        }
        return htmlTable([["", "package", "recorder", "engine", "machine"]] + rows)
    }

    private func counts(_ comparison: Comparison) -> String {
        func row(_ name: String, _ counts: Comparison.Counts) -> [String] {
            [name]
                + [
                    counts.compared, counts.identical, counts.withinTolerance, counts.differs,
                    counts.missing, counts.extra, counts.notProbed,
                ].map { $0 == 0 ? "·" : "\($0)" }
        }
        let titles = [
            "run", "compared", "identical", "in tolerance", "differ", "missing", "extra",
            "not probed",
        ]
        return "<section><h2>Passes</h2>"
            + htmlTable(
                [titles] + comparison.countsByRun.map(row) + [row("total", comparison.counts)],
                className: "numbers") + "</section>"
    }

    private func firstDifference(_ comparison: Comparison, _ details: ReportDetails) -> String {
        guard let entry = comparison.firstDifference else { return "" }
        let record = comparison.record(entry)
        let outer = comparison.enclosingRecord(of: entry).map {
            "<br>called within \($0.pathText.escapedForHTML) (\($0.name.escapedForHTML), "
                + "\($0.source.escapedForHTML))"
        }
        let origin = [record.label, record.source].filter { !$0.isEmpty }.joined(separator: ", ")
        let causes = details.causes.map { "<li>\($0.description.escapedForHTML)</li>" }.joined()
        return """
            <section><h2>First difference</h2>
            <p><b>\(AlignmentKey(record).description.escapedForHTML)</b><br>\
            \(origin.escapedForHTML)\(outer ?? "")</p>
            \(causes.isEmpty ? "" : "<p class=\"cause\">Likely cause</p><ul class=\"cause\">\(causes)</ul>")
            """ + htmlTable(TerminalReport.numbers(entry, in: comparison), className: "values")
                + "</section>"
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
            let needed = entry.values?.smallestRelative ?? entry.statistics?.smallestRelative
            let cells = [
                entry.verdict.title + (entry.hasNonFinite ? ", non-finite" : ""), record.pathText,
                record.label, record.source, record.shapeText, record.dtype, record.sum.shortText,
                needed?.shortText ?? "",
            ]
            runs[runs.count - 1].rows.append(
                "<tr class=\"\(entry.verdict.rawValue)\">"
                    + cells.map { "<td>\($0.escapedForHTML)</td>" }.joined() + "</tr>")
        }
        let titles = [
            "verdict", "path", "name", "source", "shape", "dtype", "sum", "needed tolerance",
        ]
        let head = "<tr>" + titles.map { "<th>\($0)</th>" }.joined() + "</tr>"
        let firstOpen = runs.firstIndex { $0.hasDifference }
        let lists = runs.enumerated().map { index, run in
            "<details\(index == firstOpen ? " open" : "")><summary>\(run.name.escapedForHTML)"
                + "<small>\(run.rows.count) records\(run.hasDifference ? ", with differences" : "")"
                + "</small></summary><div class=\"wide\"><table>\(head)"
                + "\(run.rows.joined(separator: "\n"))</table></div></details>"
        }
        let rest = hidden > 0 ? "<p>\(hidden) more records are not listed.</p>" : ""
        return "<section><h2>Records</h2>" + lists.joined(separator: "\n") + rest + "</section>"
    }
}

/// A table whose first row is its head.
func htmlTable(_ rows: [[String]], className: String = "") -> String {
    let lines = rows.enumerated().map { index, row in
        let tag = index == 0 ? "th" : "td"
        return "<tr>" + row.map { "<\(tag)>\($0.escapedForHTML)</\(tag)>" }.joined() + "</tr>"
    }
    let name = className.isEmpty ? "" : " class=\"\(className)\""
    return "<div class=\"wide\"><table\(name)>" + lines.joined(separator: "\n") + "</table></div>"
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
    var escapedForHTML: String {
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
