import Foundation
import Harness
import Instrumentation
import TraceDiff

/// A family whose program is run with faults: what was recorded of the Python, and how lines are
/// compared with it.
public struct MutationSubject: Sendable {
    /// The family's name.
    public let family: String
    /// The package, `mlx-vlm` or `mlx-lm`.
    public let package: String
    /// The recorded runs, in the order in which they are tried.
    public let runs: [RecordedRun]
    /// Which Python line each Swift line stands for.
    public let map: LineMap
    /// The Python's text, by the files that places are in.
    let sources: [String: String]

    /// A recorded run with its trace.
    public struct RecordedRun: Sendable {
        /// The run and its files.
        public let files: RecordedVariant
        /// The records that have a counterpart in the Swift, by pass.
        let reference: [ToolRun.Pass: Trace]
    }

    /// Reads what was recorded.
    ///
    /// - Throws: `TraceError`.
    public init(
        family: String, package: String, recorded: [RecordedVariant], map: LineMap,
        sources: [String: String]
    ) throws {
        self.family = family
        self.package = package
        self.map = map
        self.sources = sources
        runs = try recorded.map { files in
            let trace = try Trace(contentsOf: files.trace)
            let comparable = trace.records.filter { record in
                record.kind != .line || map.swift[LineMap.PythonLine(record)] != nil
            }
            var reference: [ToolRun.Pass: Trace] = [:]
            for pass in ToolRun.Pass.allCases {
                reference[pass] = Trace(
                    header: trace.header,
                    records: comparable.filter {
                        $0.kind == .weight || ($0.run == "full") == (pass == .full)
                    })
            }
            return RecordedRun(files: files, reference: reference)
        }
    }

    /// A pass compared with the Python's; nil if nothing differs.
    func difference(_ trace: Trace, in run: RecordedRun, _ pass: ToolRun.Pass) -> Difference? {
        guard let reference = run.reference[pass] else { return nil }
        var candidate = trace
        candidate.header.probes = .lines
        let translations = map.translations(of: trace.records, reference: reference.records)
        candidate.records = translations.flatMap { $0 }
        return Difference(
            comparison: Comparison(reference: reference, candidate: candidate),
            recorded: trace.records, translations: translations)
    }

    /// The text of the Python statement at a place, to the end of its brackets.
    func statement(at place: String) -> String {
        let parts = place.split(separator: ":")
        guard parts.count > 1, let number = Int(parts[1]), let text = sources[String(parts[0])]
        else { return "" }
        var statement = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false)
            .dropFirst(number - 1)
        {
            statement += line
            let opened = statement.filter { "([{".contains($0) }.count
            if opened <= statement.filter({ ")]}".contains($0) }).count { break }
        }
        return statement
    }
}
