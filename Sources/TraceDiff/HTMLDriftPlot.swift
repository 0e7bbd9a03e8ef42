import Foundation

extension Comparison.Entry {
    /// How far the record is from the reference's, relative to its norm: 0 if it is identical, nil if
    /// another shape, a missing record or a NaN leaves nothing to measure.
    func drift(in comparison: Comparison) -> Double? {
        if verdict == .identical { return 0 }
        if let values { return values.relativeL2.isFinite ? values.relativeL2 : nil }
        guard let statistics, let record = comparison.referenceRecord(self), record.l2 > 0 else {
            return nil
        }
        let root = Double(record.elementCount).squareRoot()
        let drift = max(statistics.l2 / record.l2, statistics.sum / (root * record.l2))
        return drift.isFinite ? drift : nil
    }
}

extension HTMLReport {
    /// How the difference grows from the first call of a pass to the last.
    func driftPlot(_ comparison: Comparison) -> String {
        guard !comparison.isIdentical, comparison.counts.compared > 0 else { return "" }
        return DriftPlot(comparison).section
    }
}

/// The differences of module calls, by depth, a line for each pass.
private struct DriftPlot {
    private struct Point {
        let depth: Double
        /// The power of ten; nil where nothing could be measured.
        let height: Double?
        let isIdentical: Bool
        let label: String
    }

    private let runs: [(name: String, points: [Point])]
    private let layers: [(depth: Double, name: String)]

    private static let colours = [
        "#0969da", "#bc4c00", "#1a7f37", "#8250df", "#bf3989", "#9a6700", "#1b7c83", "#cf222e",
    ]
    // Powers of ten from rounding to nonsense.
    private static let lowest = -9.0
    private static let highest = 2.0
    private static let (width, height, left, bottom) = (1000.0, 280.0, 56.0, 28.0)

    init(_ comparison: Comparison) {
        var order: [String] = []
        var entries: [String: [Comparison.Entry]] = [:]
        for entry in comparison.entries where entry.verdict != .notProbed {
            let record = comparison.record(entry)
            guard record.kind == .module else { continue }
            if entries[record.run] == nil { order.append(record.run) }
            entries[record.run, default: []].append(entry)
        }
        runs = order.prefix(Self.colours.count).map { name in
            let list = entries[name] ?? []
            return (
                name,
                list.enumerated().map { index, entry in
                    let drift = entry.drift(in: comparison)
                    let record = comparison.record(entry)
                    let text =
                        drift.map { $0 == 0 ? "identical" : $0.shortText } ?? "not comparable"
                    return Point(
                        depth: Double(index) / Double(max(1, list.count - 1)),
                        height: drift.map { $0 > 0 ? log10($0) : Self.lowest },
                        isIdentical: entry.verdict == .identical,
                        label: "\(name) \(record.pathText) \(record.name): \(text)")
                }
            )
        }
        layers = Self.layers(entries[order.first ?? ""] ?? [], comparison)
    }

    /// Where each layer begins in the first pass.
    private static func layers(
        _ entries: [Comparison.Entry], _ comparison: Comparison
    ) -> [(depth: Double, name: String)] {
        var seen: Set<String> = []
        return entries.enumerated().compactMap { index, entry in
            let parts = comparison.record(entry).path.split(separator: ".")
            guard let place = parts.firstIndex(where: { Int($0) != nil }), place > 0 else {
                return nil
            }
            let name = parts[...place].suffix(2).joined(separator: ".")
            guard seen.insert(name).inserted else { return nil }
            return (Double(index) / Double(max(1, entries.count - 1)), name)
        }
    }

    var section: String {
        let legend = runs.indices.map {
            "<span><i style=\"background:\(Self.colours[$0])\"></i>\(runs[$0].name.escapedForHTML)</span>"
        }
        return """
            <section><h2>Drift over depth</h2>
            <svg viewBox="0 0 \(Int(Self.width)) \(Int(Self.height))" role="img" \
            aria-label="Relative difference of each module call, in order">
            \(grid)
            \(runs.indices.map(line).joined(separator: "\n"))
            </svg><div class="legend">\(legend.joined())</div>
            <p><small>The norm of the difference relative to the reference's, call by call. The bottom \
            line is equality to the last bit; a cross at the top is another shape, or a call that one \
            side lacks.</small></p></section>
            """
    }

    private var grid: String {
        var lines: [String] = []
        for power in stride(from: Self.lowest, through: Self.highest, by: 1) {
            let y = place(power)
            lines.append(
                "<line class=\"grid\" x1=\"\(Self.left)\" x2=\"\(Self.width)\" y1=\"\(y)\" y2=\"\(y)\"/>"
            )
            let text = power == Self.lowest ? "identical" : power == 0 ? "1" : "1e\(Int(power))"
            if Int(power) % 2 == 0 || power == Self.lowest {
                lines.append(
                    "<text x=\"\(Self.left - 6)\" y=\"\(y + 4)\" text-anchor=\"end\">\(text)</text>"
                )
            }
        }
        // As many names as there is room for.
        let step = max(1, (layers.count + 11) / 12)
        for index in stride(from: 0, to: layers.count, by: step) {
            let x = place(depth: layers[index].depth)
            lines.append(
                "<line class=\"grid\" stroke-dasharray=\"2 4\" x1=\"\(x)\" x2=\"\(x)\" y1=\"8\" "
                    + "y2=\"\(Self.height - Self.bottom)\"/><text x=\"\(x)\" y=\"\(Self.height - 10)\">"
                    + "\(layers[index].name.escapedForHTML)</text>")
        }
        return lines.joined(separator: "\n")
    }

    private func line(_ run: Int) -> String {
        let colour = Self.colours[run]
        let points = runs[run].points
        let path = points.compactMap { point in
            point.height.map { "\(place(depth: point.depth)),\(place($0))" }
        }
        let marks = points.filter { !$0.isIdentical }.map { point in
            let x = place(depth: point.depth)
            guard let height = point.height else {
                return "<text x=\"\(x)\" y=\"14\" text-anchor=\"middle\" style=\"fill:\(colour)\">×"
                    + "<title>\(point.label.escapedForHTML)</title></text>"
            }
            return "<circle cx=\"\(x)\" cy=\"\(place(height))\" r=\"2.5\" fill=\"\(colour)\">"
                + "<title>\(point.label.escapedForHTML)</title></circle>"
        }
        return
            "<polyline class=\"path\" stroke=\"\(colour)\" points=\"\(path.joined(separator: " "))\"/>"
            + marks.joined(separator: "\n")
    }

    private func place(depth: Double) -> Double {
        (Self.left + 4 + depth * (Self.width - Self.left - 12)).rounded(toPlaces: 1)
    }

    private func place(_ power: Double) -> Double {
        let part =
            (min(max(power, Self.lowest), Self.highest) - Self.lowest)
            / (Self.highest - Self.lowest)
        let area = Self.height - Self.bottom - 16
        return (16 + (1 - part) * area).rounded(toPlaces: 1)
    }
}

extension Double {
    fileprivate func rounded(toPlaces places: Int) -> Double {
        let scale = pow(10, Double(places))
        return (self * scale).rounded() / scale
    }
}
