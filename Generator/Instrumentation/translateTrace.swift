import TraceDiff

extension LineMap {
    /// The records of an instrumented run with the places and names of the Python, which is what they
    /// are compared by. Swift lines that stand for no Python line are left out.
    ///
    /// - Parameter reference: the Python's records, which tell the branches of an `if` apart.
    public func translate(_ records: [TraceRecord], reference: [TraceRecord]) -> [TraceRecord] {
        translations(of: records, reference: reference).flatMap { $0 }
    }

    /// Of each record of an instrumented run those with the places and names of the Python: several where the
    /// Python says the same once more, none for a line that stands for none.
    ///
    /// - Parameter reference: the Python's records, which tell the branches of an `if` apart.
    public func translations(of records: [TraceRecord], reference: [TraceRecord])
        -> [[TraceRecord]]
    {
        var calls = CallNumbers()
        return counterparts(of: records, reference: reference).map { record in
            guard let record else { return [] }
            guard record.kind == .line, !repetitions.isEmpty else { return [record] }
            let lines = repetitions[PythonLine(record)] ?? []
            return [record]
                + lines.sorted { ($0.place, $0.name) < ($1.place, $1.name) }.map { line in
                    var copy = record
                    copy.source = line.place
                    copy.name = line.name + (record.outputIndex.map { ".\($0)" } ?? "")
                    copy.call = calls.next(copy, line.name)
                    return copy
                }
        }
    }

    /// What each record of an instrumented run is in the Python's places and names, `nil` for a line that
    /// stands for none: with the record itself, it tells where in the Swift a line of the Python ran.
    ///
    /// - Parameter reference: the Python's records, which tell the branches of an `if` apart.
    public func counterparts(of records: [TraceRecord], reference: [TraceRecord])
        -> [TraceRecord?]
    {
        var branches = BranchOrder(self, reference)
        let numbers = Numbers(reference)
        var calls = CallNumbers()
        return records.map { record in
            guard record.kind == .line else { return record }
            guard let lines = python[record.source] else { return nil }
            let index = record.outputIndex
            guard
                let line = lines.count == 1 && !shared.contains(record.source)
                    ? lines[0]
                    : branches.next(lines, record.run, record.path, isFirst: (index ?? 0) == 0)
            else { return nil }
            var result = record
            result.source = line.place
            result.name = line.name + (index.map { ".\($0)" } ?? "")
            result.call = calls.next(result, line.name)
            return numbers.spelled(result)
        }
    }
}

private struct CallKey: Hashable {
    let run: String
    let path: String
    let place: String
    let name: String
}

/// How often each line has run so far.
private struct CallNumbers {
    private var counts: [CallKey: Int] = [:]

    /// The number of the run that a record is of; the parts of one value are of one run, however many parts the
    /// value of another has.
    mutating func next(_ record: TraceRecord, _ name: String) -> Int {
        let key = CallKey(run: record.run, path: record.path, place: record.source, name: name)
        if (record.outputIndex ?? 0) == 0 { counts[key, default: 0] += 1 }
        return max(0, counts[key, default: 0] - 1)
    }
}

/// The numbers of the Python's lines.
private struct Numbers {
    private var records: [CallKey: [Int: TraceRecord]] = [:]

    init(_ reference: [TraceRecord]) {
        for record in reference where record.kind == .line && record.dtype == "number" {
            let key = CallKey(
                run: record.run, path: record.path, place: record.source, name: record.name)
            records[key, default: [:]][record.call] = record
        }
    }

    /// A record as the Python's if it is the same number: where a name holds an array elsewhere, the Swift has
    /// numbers as arrays too.
    func spelled(_ record: TraceRecord) -> TraceRecord {
        guard record.shape.isEmpty, record.dtype.hasPrefix("int") else { return record }
        let key = CallKey(
            run: record.run, path: record.path, place: record.source, name: record.name)
        guard let number = records[key]?[record.call], number.sum == record.sum else {
            return record
        }
        return number
    }
}

/// In which order the Python took the branches of the `if`s that are one line in Swift.
private struct BranchOrder {
    private struct Key: Hashable {
        let run: String
        let path: String
        let first: LineMap.PythonLine
    }

    private var taken: [Key: [LineMap.PythonLine]] = [:]
    private var current: [Key: LineMap.PythonLine] = [:]

    init(_ map: LineMap, _ reference: [TraceRecord]) {
        var firsts: [LineMap.PythonLine: LineMap.PythonLine] = [:]
        for (place, lines) in map.python where lines.count > 1 || map.shared.contains(place) {
            for line in lines { firsts[line] = lines[0] }
        }
        for record in reference where record.kind == .line && (record.outputIndex ?? 0) == 0 {
            let line = LineMap.PythonLine(place: record.source, name: record.baseName)
            guard let first = firsts[line] else { continue }
            taken[Key(run: record.run, path: record.path, first: first), default: []].append(line)
        }
        taken = taken.mapValues { $0.reversed() }
    }

    mutating func next(
        _ lines: [LineMap.PythonLine], _ run: String, _ path: String, isFirst: Bool
    ) -> LineMap.PythonLine? {
        let key = Key(run: run, path: path, first: lines[0])
        if isFirst { current[key] = taken[key]?.popLast() }
        return current[key]
    }
}
