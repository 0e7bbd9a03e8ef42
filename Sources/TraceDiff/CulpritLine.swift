extension TraceRecord {
    /// Whether it says what a function was given: its name is `(x)`, its place that of the function.
    public var isParameter: Bool { kind == .line && name.utf8.first == UInt8(ascii: "(") }
}

extension Comparison {
    /// The line at fault: the first one whose value differs while what it was given agrees.
    ///
    /// That is the first line that differs; where what a function is given differs first, the line that
    /// calls the function. A call of a layer that has no lines of its own ends before the line that calls
    /// it, which is the one at fault.
    ///
    /// - Parameter isExplained: lines that are not asked for.
    /// - Returns: the record of the reference, or of the candidate for a line that only it runs; nil if all
    ///   lines agree.
    public func culpritLine(except isExplained: (TraceRecord) -> Bool = { _ in false })
        -> TraceRecord?
    {
        var start = entries.startIndex
        while let index = entries[start...].firstIndex(where: { entry in
            guard entry.verdict.isDifference else { return false }
            let record = record(entry)
            return record.kind == .line && !isExplained(record)
        }) {
            let found = record(entries[index])
            guard found.isParameter, let caller = line(callingFunctionAt: index) else {
                return found
            }
            let line = record(entries[caller])
            guard isExplained(line) else { return line }
            // What the function makes of what it should not be given is no fault of its own.
            start = caller + 1
        }
        return nil
    }

    /// The line whose code calls the function that an entry is a parameter of: the first one to end behind
    /// it, outside of the functions that begin there.
    private func line(callingFunctionAt index: Int) -> Int? {
        let functions = FunctionPlaces(reference.records + candidate.records)
        let parameter = record(entries[index])
        var entered: Set = [RunningFunction(path: parameter.path, place: parameter.source)]
        for (place, entry) in entries.enumerated().dropFirst(index + 1) {
            let record = record(entry)
            guard record.run == parameter.run else { return nil }
            guard record.kind == .line else { continue }
            if record.isParameter {
                entered.insert(RunningFunction(path: record.path, place: record.source))
                continue
            }
            let isAround =
                record.path.isEmpty || record.path == parameter.path
                || parameter.path.hasPrefix(record.path + ".")
            let function = RunningFunction(path: record.path, place: functions.place(of: record))
            if isAround, !entered.contains(function) { return place }
        }
        return nil
    }
}

/// A function that runs for a module.
private struct RunningFunction: Hashable {
    let path: String
    let place: String
}

/// Where the functions begin that records tell the parameters of.
private struct FunctionPlaces {
    /// By file, in the order of their lines.
    private var starts: [String: [(line: Int, place: String)]] = [:]

    init(_ records: [TraceRecord]) {
        for text in Set(records.lazy.filter(\.isParameter).map(\.source)) {
            guard let place = SourcePlace(text) else { continue }
            starts[place.file, default: []].append((place.line, text))
        }
        for file in starts.keys { starts[file]?.sort { $0.line < $1.line } }
    }

    /// The place of the function that a line is in; empty if none is known.
    func place(of record: TraceRecord) -> String {
        guard let place = SourcePlace(record.source) else { return "" }
        return starts[place.file]?.last { $0.line <= place.line }?.place ?? ""
    }
}
