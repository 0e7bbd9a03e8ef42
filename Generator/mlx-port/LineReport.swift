import Foundation
import Harness
import Instrumentation
import TraceDiff

/// What `verify --lines` says of the lines of one run.
struct LineReport {
    private struct Line: Hashable {
        let line: LineMap.PythonLine
        let reason: LineMap.Reason
    }

    let text: String

    init(_ variant: VariantVerification, _ candidate: LineCandidate) {
        let map = candidate.map
        let entries = variant.comparison.entries.map(variant.comparison.record)
            .filter { $0.kind == .line }
        let compared = Set(entries.map(LineMap.PythonLine.init))
        let left = Set(variant.uncomparedLines.map(LineMap.PythonLine.init))
        let all = compared.count + left.count
        let share = all == 0 ? 100 : Double(compared.count) / Double(all) * 100
        var lines = [
            "  lines      \(compared.count) of \(all) assignments and results compared "
                + "(\(String(format: "%.1f", share)) %), \(entries.count) values"
        ]
        for reason in LineMap.Reason.allCases {
            let places = left.filter { map.reason(for: $0) == reason }
                .map { "\($0.place) \($0.name)" }.sorted()
            guard !places.isEmpty else { continue }
            lines.append("    not compared, \(reason.rawValue): \(places.joined(separator: ", "))")
        }
        if let first = variant.firstDifferentLine {
            let line = LineMap.PythonLine(first)
            lines.append("  first line that differs: \(line.name), \(first.run) \(first.path)")
            lines += [line.place, map.swift[line] ?? ""].map {
                "    \($0)  \(candidate.text(at: $0))"
            }
        }
        text = lines.joined(separator: "\n")
    }
}

extension LineCandidate {
    /// The source line at `file:line:column`.
    fileprivate func text(at place: String) -> String {
        let parts = place.split(separator: ":")
        guard parts.count == 3, let number = Int(parts[1]),
            let lines = sources[String(parts[0])]?.split(
                separator: "\n", omittingEmptySubsequences: false), number <= lines.count
        else { return "" }
        return lines[number - 1].trimmingCharacters(in: .whitespaces)
    }
}
