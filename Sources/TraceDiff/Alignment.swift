/// What makes a record of one trace the counterpart of one in another.
///
/// A module's class has another name in Swift than in Python, and its path says which module it
/// is: so of a module's name only the number of the output counts.
public struct AlignmentKey: Hashable, Sendable, CustomStringConvertible {
    /// The pass.
    public var run: String
    /// What the record stands for.
    public var kind: TraceRecord.Kind
    /// The module's path, or the input's name.
    public var path: String
    /// The number of the output for a module, else the name, with the place for a line.
    public var name: String
    /// The number of the call.
    public var call: Int

    /// The key of a record.
    public init(_ record: TraceRecord) {
        run = record.run
        kind = record.kind
        path = record.path
        call = record.call
        switch record.kind {
        case .input, .weight: name = ""
        // The only output and the first of several are the same: their number goes without saying.
        case .module: name = record.outputIndex.flatMap { $0 == 0 ? nil : "\($0)" } ?? ""
        case .line: name = "\(record.name)@\(record.source)"
        }
    }

    public var description: String {
        let place = path.isEmpty ? "(model)" : path
        let output = name.isEmpty ? "" : kind == .module ? ".\(name)" : " \(name)"
        return "\(run) \(place)\(output)" + (call > 0 ? " call \(call)" : "")
    }
}

/// Two traces laid side by side, in execution order.
public struct Alignment: Sendable, Equatable {
    /// One place in the order: a record of the reference, of the candidate, or of both.
    public struct Pair: Sendable, Equatable {
        /// The index of the reference's record; nil if the candidate's has no counterpart.
        public var reference: Int?
        /// The index of the candidate's record; nil if the reference's has no counterpart.
        public var candidate: Int?

        init(_ reference: Int?, _ candidate: Int?) {
            self.reference = reference
            self.candidate = candidate
        }
    }

    /// All records of both traces, each once: in the reference's order, with a record that only the
    /// candidate has after the one that preceded it there.
    public var pairs: [Pair]

    /// Aligns two lists of records. Of records with equal keys, the first belongs to the first.
    public init(reference: [TraceRecord], candidate: [TraceRecord]) {
        // Mostly both traces have the same records in the same order: no table is needed until
        // they part.
        var common = 0
        while common < reference.count, common < candidate.count,
            Self.haveSameKey(reference[common], candidate[common])
        {
            common += 1
        }
        pairs = (0..<common).map { Pair($0, $0) }
        guard common < reference.count || common < candidate.count else { return }

        var places: [AlignmentKey: [Int]] = [:]
        for index in common..<candidate.count {
            places[AlignmentKey(candidate[index]), default: []].append(index)
        }
        var taken: [AlignmentKey: Int] = [:]
        var matches = [Int?](repeating: nil, count: reference.count - common)
        var matched = Set<Int>()
        for index in common..<reference.count {
            let key = AlignmentKey(reference[index])
            let next = taken[key, default: 0]
            guard let indices = places[key], next < indices.count else { continue }
            taken[key] = next + 1
            matches[index - common] = indices[next]
            matched.insert(indices[next])
        }

        // The candidate's own records, by the matched record that they follow.
        var extras: [Int: [Int]] = [:]
        var anchor = common - 1
        for index in common..<candidate.count {
            if matched.contains(index) {
                anchor = index
            } else {
                extras[anchor, default: []].append(index)
            }
        }
        pairs += (extras[common - 1] ?? []).map { Pair(nil, $0) }
        for index in common..<reference.count {
            let match = matches[index - common]
            pairs.append(Pair(index, match))
            if let match { pairs += (extras[match] ?? []).map { Pair(nil, $0) } }
        }
    }

    private static func haveSameKey(_ left: TraceRecord, _ right: TraceRecord) -> Bool {
        guard left.call == right.call, left.kind == right.kind, left.path == right.path,
            left.run == right.run
        else { return false }
        return left.name == right.name && left.kind == .module
            || AlignmentKey(left) == AlignmentKey(right)
    }
}
