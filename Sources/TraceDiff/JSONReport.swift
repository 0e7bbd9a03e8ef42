import Foundation

/// A comparison as a value that encodes to JSON, for programs to read.
public struct JSONReport: Sendable, Codable {
    /// A record of one side.
    public struct Side: Sendable, Codable {
        public var name: String
        public var source: String
        public var shape: [Int]
        public var dtype: String
        /// Numbers as a trace spells them: `"nan"` and `"inf"` are strings.
        var sum: TraceNumber
        var l2: TraceNumber
        var min: TraceNumber
        var max: TraceNumber
        public var checksum: String?
        public var hash: String
    }

    /// A record that is not identical.
    public struct Difference: Sendable, Codable {
        public var run: String
        public var kind: TraceRecord.Kind
        public var path: String
        public var call: Int
        public var verdict: Verdict
        public var stage: ComparisonStage?
        public var reference: Side?
        public var candidate: Side?
        /// The relative tolerance that would have passed; absent if none would.
        public var smallestRelative: Double?
        /// From all elements, where both traces kept them.
        public var unequal: Int?
        var maxAbsolute: TraceNumber?
        var maxRelative: TraceNumber?
        public var maxULP: UInt64?
        public var cosine: Double?
    }

    /// A module whose code calls another.
    public struct Caller: Sendable, Codable, Equatable {
        public var path: String
        public var name: String
        public var source: String

        /// The module of a record.
        public init(_ record: TraceRecord) {
            path = record.path
            name = record.name
            source = record.source
        }
    }

    /// A line of the reference, with all values that it gave in all passes.
    public struct Line: Sendable, Codable, Equatable {
        /// `file:line:column` in the reference's source.
        public var reference: String
        /// The same in the candidate's, if it is known.
        public var candidate: String?
        /// What the line assigns, or `return`.
        public var name: String
        /// The worst verdict of its values.
        public var verdict: Verdict
        /// How many values were compared.
        public var values: Int
        /// How many of them are not identical.
        public var different: Int
    }

    /// The counts of one pass.
    public struct Run: Sendable, Codable {
        public var run: String
        public var counts: Comparison.Counts
    }

    /// A class that the candidate cannot record.
    public struct NotProbed: Sendable, Codable {
        public var name: String
        public var records: Int
    }

    public var identical: Bool
    public var withinTolerance: Bool
    public var reference: TraceHeader
    public var candidate: TraceHeader
    public var counts: Comparison.Counts
    public var runs: [Run]
    public var firstDifference: Difference?
    /// The module call around the first difference, whose lines may be at fault.
    public var calledWithin: Caller?
    public var smallestRelativeTolerance: Double?
    /// The same for each element type.
    public var smallestRelativeTolerances: [String: Double]?
    /// The likely causes of the first difference, in words.
    public var causes: [String]
    /// Every line that was compared, in the order of execution; none if lines were not recorded.
    public var lines: [Line]
    public var notProbed: [NotProbed]
    /// All records that are not identical, in execution order, at most ``limit``.
    public var differences: [Difference]

    /// How many differences are listed.
    public static let limit = 1000

    /// Creates the report of a comparison.
    ///
    /// - Parameters:
    ///   - causes: the likely causes of the first difference.
    ///   - place: the place in the candidate's source that stands for a line of the reference.
    public init(
        _ comparison: Comparison, causes: [DifferenceCause] = [],
        place: (TraceRecord) -> String? = { _ in nil }
    ) {
        self.causes = causes.map(\.description)
        lines = Line.all(in: comparison, place: place)
        smallestRelativeTolerances = comparison.smallestRelativeTolerances
        identical = comparison.isIdentical
        withinTolerance = comparison.isWithinTolerance
        reference = comparison.reference.header
        candidate = comparison.candidate.header
        counts = comparison.counts
        runs = comparison.countsByRun.map { Run(run: $0.run, counts: $0.counts) }
        firstDifference = comparison.firstDifference.map { Difference($0, in: comparison) }
        calledWithin = comparison.firstDifference
            .flatMap { comparison.enclosingRecord(of: $0) }.map(Caller.init)
        smallestRelativeTolerance = comparison.smallestRelativeTolerance
        notProbed = comparison.notProbedClasses.map { NotProbed(name: $0.name, records: $0.count) }
        differences = comparison.entries.lazy
            .filter(\.verdict.isDifference)
            .prefix(Self.limit)
            .map { Difference($0, in: comparison) }
    }

    /// The JSON text, with sorted keys and a line feed at its end.
    public func render() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
}

extension JSONReport.Difference {
    /// Describes one entry of a comparison.
    public init(_ entry: Comparison.Entry, in comparison: Comparison) {
        let record = comparison.record(entry)
        run = record.run
        kind = record.kind
        path = record.path
        call = record.call
        verdict = entry.verdict
        stage = entry.stage
        reference = comparison.referenceRecord(entry).map(JSONReport.Side.init)
        candidate = comparison.candidateRecord(entry).map(JSONReport.Side.init)
        let smallest = entry.values?.smallestRelative ?? entry.statistics?.smallestRelative
        smallestRelative = smallest.flatMap { $0.isFinite ? $0 : nil }
        unequal = entry.values?.unequal
        maxAbsolute = entry.values.map { TraceNumber($0.maxAbsolute) }
        maxRelative = entry.values.map { TraceNumber($0.maxRelative) }
        maxULP = entry.values?.maxULP
        cosine = entry.values.flatMap { $0.cosine.isFinite ? $0.cosine : nil }
    }
}

extension JSONReport.Line {
    /// The lines of a comparison.
    static func all(in comparison: Comparison, place: (TraceRecord) -> String?) -> [Self] {
        var lines: [Self] = []
        var places: [String: Int] = [:]
        for entry in comparison.entries where entry.verdict != .notProbed {
            let record = comparison.record(entry)
            guard record.kind == .line else { continue }
            let name = record.baseName
            let index = places["\(record.source) \(name)"] ?? lines.count
            if index == lines.count {
                places["\(record.source) \(name)"] = index
                lines.append(
                    Self(
                        reference: record.source, candidate: place(record), name: name,
                        verdict: .identical, values: 0, different: 0))
            }
            lines[index].values += 1
            guard entry.verdict != .identical else { continue }
            lines[index].different += 1
            if lines[index].verdict == .identical || entry.verdict != .withinTolerance {
                lines[index].verdict = entry.verdict
            }
        }
        return lines
    }
}

extension JSONReport.Side {
    init(_ record: TraceRecord) {
        name = record.name
        source = record.source
        shape = record.shape
        dtype = record.dtype
        sum = TraceNumber(record.sum)
        l2 = TraceNumber(record.l2)
        min = TraceNumber(record.min)
        max = TraceNumber(record.max)
        checksum = record.checksum?.description
        hash = record.hash.description
    }
}
