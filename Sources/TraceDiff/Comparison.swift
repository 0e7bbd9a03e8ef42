/// What a comparison says about one record.
public enum Verdict: String, Sendable, Codable, CaseIterable {
    /// The bytes are equal.
    case identical
    /// The bytes differ, and nothing that is known exceeds the tolerance.
    case withinTolerance
    /// The shape, the element type or the values differ.
    case differs
    /// The candidate lacks the record although it records such ones.
    case missing
    /// The reference has no such record.
    case extra
    /// The candidate cannot record this.
    case notProbed

    /// Whether the record was compared and is not equal to the last bit, or one side lacks it.
    public var isDifference: Bool { self != .identical && self != .notProbed }
}

/// The checks in their order; a record's first failing one names its difference.
public enum ComparisonStage: String, Sendable, Codable, CaseIterable {
    /// The model's parameters.
    case weights
    /// The token ids that entered the model.
    case tokens
    /// What else entered it: pixels, audio features.
    case inputs
    case shape
    case dtype
    case bits
}

/// Two traces compared record by record.
public struct Comparison: Sendable {
    /// One place in execution order.
    public struct Entry: Sendable, Equatable {
        /// Where the records are.
        public var pair: Alignment.Pair
        /// What the comparison says.
        public var verdict: Verdict
        /// The first check that failed; nil for identical records and those of one side only.
        public var stage: ComparisonStage?
        /// What the statistics say, where shapes and types agree and bits do not.
        public var statistics: StatisticsDifference?
        /// What all elements say, where both traces have their values beside them.
        public var values: ValueDifference?
        /// Whether the record holds a NaN or an infinity on either side.
        public var hasNonFinite: Bool = false
    }

    /// The trace that is right.
    public var reference: Trace
    /// The trace that is judged.
    public var candidate: Trace
    /// The tolerances that were granted.
    public var policy: TolerancePolicy
    /// Every record of both, in execution order.
    public var entries: [Entry]

    /// Compares two traces.
    ///
    /// - Parameters:
    ///   - reference: the trace that is right.
    ///   - candidate: the trace that is judged; its header says what it can record.
    ///   - policy: the tolerances by element type.
    ///   - values: looks up the difference of two tensors element by element, where both sides
    ///     kept their values; it is asked for records whose bits differ only.
    public init(
        reference: Trace, candidate: Trace, policy: TolerancePolicy = TolerancePolicy(),
        values: (TraceRecord, TraceRecord) -> ValueDifference? = { _, _ in nil }
    ) {
        var candidate = candidate
        // A reference that says nothing of parameters has none that are missing.
        if !reference.records.contains(where: { $0.kind == .weight }) {
            candidate.records.removeAll { $0.kind == .weight }
        }
        if reference.header.digits != nil {
            // A committed trace is short: it does not have all passes.
            let passes = Set(reference.records.map { [$0.run, $0.kind.rawValue] })
            candidate.records.removeAll { !passes.contains([$0.run, $0.kind.rawValue]) }
        }
        self.reference = reference
        self.candidate = candidate
        self.policy = policy
        let probed = ProbedSet(candidate)
        let alignment = Alignment(reference: reference.records, candidate: candidate.records)
        entries = alignment.pairs.map { pair in
            switch (pair.reference, pair.candidate) {
            case (let left?, let right?):
                Self.compare(
                    reference.records[left], candidate.records[right], at: pair, policy: policy,
                    digits: reference.header.digits, values: values)
            case (let left?, nil):
                Entry(
                    pair: pair,
                    verdict: probed.covers(reference.records[left]) ? .missing : .notProbed)
            case (nil, _):
                Entry(pair: pair, verdict: .extra)
            }
        }
    }

    /// Compares two records of one key.
    static func compare(
        _ reference: TraceRecord, _ candidate: TraceRecord, at pair: Alignment.Pair,
        policy: TolerancePolicy, digits: Int?,
        values: (TraceRecord, TraceRecord) -> ValueDifference?
    ) -> Entry {
        var entry = Entry(pair: pair, verdict: .identical)
        entry.hasNonFinite = reference.hasNonFinite || candidate.hasNonFinite
        if reference.shape == candidate.shape, reference.dtype == candidate.dtype,
            reference.hash == candidate.hash
        {
            return entry
        }

        entry.verdict = .differs
        if reference.kind == .input {
            entry.stage = reference.isTokenIds ? .tokens : .inputs
        } else if reference.kind == .weight {
            entry.stage = .weights
        } else if reference.shape != candidate.shape {
            entry.stage = .shape
        } else if reference.dtype != candidate.dtype {
            entry.stage = .dtype
        } else {
            entry.stage = .bits
        }
        guard reference.shape == candidate.shape else { return entry }
        entry.values = values(reference, candidate)
        guard reference.dtype == candidate.dtype else { return entry }

        let tolerance = policy.tolerance(for: reference)
        let statistics = StatisticsDifference(
            reference: reference, candidate: candidate, absolute: tolerance.absolute,
            digits: digits)
        entry.statistics = statistics
        let isWithin =
            entry.values.map { $0.smallestRelative <= tolerance.relative }
            // Where elements are NaN the statistics are, and say nothing about the others.
            ?? (!entry.hasNonFinite && statistics.allows(relative: tolerance.relative))
        // Integers have no tolerance: statistics that agree do not make other bits right.
        if isWithin, !tolerance.isExact {
            entry.verdict = .withinTolerance
        }
        return entry
    }

    /// The reference's record of an entry.
    public func referenceRecord(_ entry: Entry) -> TraceRecord? {
        entry.pair.reference.map { reference.records[$0] }
    }

    /// The candidate's record of an entry.
    public func candidateRecord(_ entry: Entry) -> TraceRecord? {
        entry.pair.candidate.map { candidate.records[$0] }
    }

    /// The record that stands for an entry: the reference's, or the candidate's own.
    public func record(_ entry: Entry) -> TraceRecord {
        referenceRecord(entry) ?? candidate.records[entry.pair.candidate ?? 0]
    }
}

extension Comparison {
    /// How many entries have each verdict.
    public struct Counts: Sendable, Equatable, Codable {
        public var identical = 0
        public var withinTolerance = 0
        public var differs = 0
        public var missing = 0
        public var extra = 0
        public var notProbed = 0

        /// Counts nothing.
        public init() {}

        /// All records of both traces.
        public var total: Int { compared + missing + extra + notProbed }
        /// The records that both traces have.
        public var compared: Int { identical + withinTolerance + differs }
        /// Whether no record differs, is missing or extra.
        public var isIdentical: Bool { total == identical + notProbed }

        /// Adds the counts of another comparison.
        public static func += (left: inout Self, right: Self) {
            left.identical += right.identical
            left.withinTolerance += right.withinTolerance
            left.differs += right.differs
            left.missing += right.missing
            left.extra += right.extra
            left.notProbed += right.notProbed
        }

        mutating func add(_ verdict: Verdict) {
            switch verdict {
            case .identical: identical += 1
            case .withinTolerance: withinTolerance += 1
            case .differs: differs += 1
            case .missing: missing += 1
            case .extra: extra += 1
            case .notProbed: notProbed += 1
            }
        }
    }

    /// The counts of all entries.
    public var counts: Counts { counts { _ in true } }

    /// The counts of the entries whose record is of interest.
    public func counts(where isCounted: (TraceRecord) -> Bool) -> Counts {
        entries.reduce(into: Counts()) { counts, entry in
            if isCounted(record(entry)) { counts.add(entry.verdict) }
        }
    }

    /// The counts of each pass, in execution order.
    public var countsByRun: [(run: String, counts: Counts)] { countsByRun { _ in true } }

    /// The counts of each pass, of the entries whose record is of interest.
    public func countsByRun(
        where isCounted: (TraceRecord) -> Bool
    ) -> [(run: String, counts: Counts)] {
        var places: [String: Int] = [:]
        var result: [(run: String, counts: Counts)] = []
        for entry in entries {
            let record = record(entry)
            guard isCounted(record) else { continue }
            let place = places[record.run] ?? result.count
            if place == result.count {
                places[record.run] = place
                result.append((record.run, Counts()))
            }
            result[place].counts.add(entry.verdict)
        }
        return result
    }

    /// The call of the module around an entry's module: the nearest one above it in the tree that was
    /// recorded in the same pass. Its lines call the entry's module, and may be at fault.
    public func enclosingRecord(of entry: Entry) -> TraceRecord? {
        let inner = record(entry)
        var nearest: TraceRecord?
        for other in reference.records
        where other.kind == .module && other.run == inner.run && other.call <= inner.call
            && inner.path.count > other.path.count
            && (other.path.isEmpty || inner.path.hasPrefix(other.path + "."))
        {
            if nearest.map({ other.path.count >= $0.path.count }) ?? true { nearest = other }
        }
        return nearest
    }

    /// The first entry whose bytes are not equal, or that one side lacks: in execution order, and of
    /// what enters a pass the token ids first, then a processor's whole numbers, then its floats.
    public var firstDifference: Entry? {
        guard let first = entries.firstIndex(where: \.verdict.isDifference) else { return nil }
        let run = record(entries[first]).run
        let inputs = entries[first...].prefix {
            record($0).kind == .input && record($0).run == run
        }
        return inputs.filter(\.verdict.isDifference).min {
            record($0).inputRank < record($1).inputRank
        }
            ?? entries[first]
    }

    /// The first entry in execution order that no tolerance excuses.
    public var firstFailure: Entry? {
        entries.first { ![.identical, .withinTolerance, .notProbed].contains($0.verdict) }
    }

    /// Whether something was compared and every byte of it is equal.
    public var isIdentical: Bool { counts.compared > 0 && firstDifference == nil }

    /// Whether something was compared and no difference exceeds the tolerance.
    public var isWithinTolerance: Bool { counts.compared > 0 && firstFailure == nil }

    /// The relative tolerance with which all values would have passed, beside the absolute one;
    /// nil if no tolerance helps: another shape or type, a missing record, a NaN on one side.
    public var smallestRelativeTolerance: Double? {
        smallestRelativeTolerances.map { $0.values.max() ?? 0 }
    }

    /// The same for each element type that has differences.
    public var smallestRelativeTolerances: [String: Double]? {
        var smallest: [String: Double] = [:]
        for entry in entries {
            switch entry.verdict {
            case .identical, .notProbed: continue
            case .missing, .extra: return nil
            case .differs, .withinTolerance:
                // Without statistics the shapes or the types differ.
                guard let statistics = entry.statistics, entry.stage != .tokens else { return nil }
                let needed = entry.values?.smallestRelative ?? statistics.smallestRelative
                guard needed.isFinite else { return nil }
                smallest[record(entry).dtype, default: 0].formMax(needed)
            }
        }
        return smallest
    }
}

extension TraceRecord {
    /// Whether the record holds token ids: an input of integers with such a name.
    public var isTokenIds: Bool {
        kind == .input && (path == "input_ids" || path == "decode_ids")
    }

    /// The place of an input in the order of comparison.
    fileprivate var inputRank: Int { isTokenIds ? 0 : elementType?.isFloatingPoint == true ? 2 : 1 }
}

/// What the candidate's recorder can see.
private struct ProbedSet {
    private let kinds: Set<TraceRecord.Kind>
    private let probes: TraceProbes
    private let classes: Set<String>
    private let paths: Set<String>

    init(_ trace: Trace) {
        kinds = Set(trace.records.map(\.kind))
        probes = trace.header.probes
        if case .classes(let names) = trace.header.probes {
            classes = Set(names)
            paths = Set(trace.records.map(\.path))
        } else {
            classes = []
            paths = []
        }
    }

    /// Whether the candidate should have this record of the reference.
    func covers(_ record: TraceRecord) -> Bool {
        switch record.kind {
        case .input, .weight: return kinds.contains(record.kind)
        case .line: return probes == .lines
        case .module:
            guard case .classes = probes else { return true }
            // A path that was seen once carries a probe, whatever its class is called.
            return classes.contains(record.baseName) || paths.contains(record.path)
        }
    }
}

extension Double {
    fileprivate mutating func formMax(_ other: Double) { self = max(self, other) }
}
