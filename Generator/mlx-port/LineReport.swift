import Foundation
import Harness
import Instrumentation
import TraceDiff

/// What `verify --lines` says of the lines of one run.
struct LineReport {
    let coverage: LineCoverage
    let text: String

    init(_ variant: VariantVerification, _ code: PackageLines) {
        let map = code.map
        coverage = LineCoverage(
            compared: variant.comparison.entries.map(variant.comparison.record),
            left: variant.uncomparedLines, map: map)
        var lines = [
            "  lines      \(coverage.model.text)",
            "  shared     \(coverage.shared.text), in modules that many families use",
        ]
        for (reason, entries) in Dictionary(grouping: coverage.uncompared, by: \.reason)
            .sorted(by: { $0.key < $1.key })
        {
            lines.append("    not compared, \(reason): \(entries.text)")
        }
        if !coverage.unreadNames.isEmpty {
            lines.append(
                "    names of compared lines without a value: \(coverage.unreadNames.text)")
        }
        if let first = variant.firstDifferentLine {
            let line = LineMap.PythonLine(first)
            lines.append("  first line that differs: \(line.name), \(first.run) \(first.path)")
            lines += [line.place, map.swift[line] ?? ""].map {
                "    \($0)  \(code.sources.line(at: $0) ?? "")"
            }
        }
        text = lines.joined(separator: "\n")
    }
}

extension LineCoverage.Count {
    fileprivate var text: String {
        "\(compared) of \(executed) assignments and results compared "
            + "(\(String(format: "%.1f", share * 100)) %), \(values) values"
    }
}

extension [LineCoverage.Uncompared] {
    fileprivate var text: String { map { "\($0.place) \($0.name)" }.joined(separator: ", ") }
}
