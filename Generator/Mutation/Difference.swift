import TraceDiff

/// Where a pass of the tool begins to differ from the Python's.
struct Difference {
    let comparison: Comparison
    /// The first entry that differs.
    let first: Comparison.Entry
    /// The line at fault.
    let line: TraceRecord?
    /// Of each record of the tool how many before it have a counterpart.
    private let counts: [Int]
    private let recorded: [TraceRecord]
    /// The index of the entry of each of the tool's records that have a counterpart.
    private let entries: [Int: Int]

    /// - Parameters:
    ///   - recorded: the tool's records.
    ///   - translations: the same in the Python's places and names.
    init?(comparison: Comparison, recorded: [TraceRecord], translations: [[TraceRecord]]) {
        guard
            let first = comparison.entries.first(where: \.verdict.isDifference)
        else { return nil }
        self.comparison = comparison
        self.first = first
        self.recorded = recorded
        line = comparison.culpritLine()
        entries = Dictionary(
            comparison.entries.enumerated().compactMap { index, entry in
                entry.pair.candidate.map { ($0, index) }
            }, uniquingKeysWith: { first, _ in first })
        var count = 0
        counts = translations.map { translated in
            defer { count += translated.count }
            return count
        }
    }

    /// The record of the first entry that differs.
    var firstRecord: TraceRecord { comparison.record(first) }

    /// Whether the Python runs a line.
    func runsInReference(_ place: String) -> Bool {
        comparison.reference.records.contains { $0.source == place }
    }

    /// The Swift class of the module that the first record that differs is of.
    var classOfModule: String? {
        recorded.first { $0.kind == .module && $0.path == firstRecord.path }?.baseName
    }

    /// Whether the first record that differs is of a module of a Swift class, or of one within it.
    func isWithinModule(ofClass name: String) -> Bool {
        let path = firstRecord.path
        return recorded.contains {
            $0.kind == .module && $0.baseName == name
                && (path == $0.path || path.hasPrefix($0.path + "."))
        }
    }

    /// Whether the tool came by some code.
    func contains(_ source: String) -> Bool { recorded.contains { $0.source == source } }

    /// Whether the first difference comes before some code runs for the first time.
    func precedes(_ source: String) -> Bool {
        guard let mark = recorded.firstIndex(where: { $0.source == source }),
            let index = comparison.entries.firstIndex(of: first)
        else { return false }
        return index < entry(behind: mark)
    }

    /// The index of the first entry behind a record of the tool.
    private func entry(behind record: Int) -> Int {
        guard counts[record] > 0 else { return 0 }
        return (entries[counts[record] - 1] ?? -1) + 1
    }

    /// Whether nothing that was compared ends between one of the runs of some code and the fault: the first
    /// difference is no later than the first line or call to end behind the code, of those of the module
    /// whose code it is and those around it.
    ///
    /// - Parameter source: the place that the code's marks have in the tool's trace.
    func begins(behind source: String) -> Bool {
        guard let found = comparison.entries.firstIndex(of: first) else { return false }
        for mark in recorded.indices where recorded[mark].source == source {
            let path = recorded[mark].path
            let start = entry(behind: mark)
            let next = comparison.entries[start...].firstIndex { entry in
                let record = comparison.record(entry)
                return !record.isParameter
                    && (record.path == path || record.path.isEmpty
                        || path.hasPrefix(record.path + "."))
            }
            guard let next, start <= found else { continue }
            let (end, culprit) = (comparison.record(comparison.entries[next]), firstRecord)
            // A line may give several values.
            let isSameLine =
                end.kind == .line && culprit.source == end.source && culprit.path == end.path
                && culprit.run == end.run && culprit.call == end.call
            if found <= next || isSameLine { return true }
        }
        return false
    }
}
