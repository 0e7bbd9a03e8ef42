import Foundation
import TraceDiff

/// Finds the faults of a program one after the other: the line at fault is given the reference's value, in
/// all its calls, and the program runs again, until nothing differs.
public struct FaultSearch: Sendable {
    /// A line at fault.
    public struct Fault: Sendable, Equatable {
        /// The Python's record of the first call that differs.
        public var record: TraceRecord
        /// In how many calls of the line the reference's value was put in; none where the program does not
        /// run the line.
        public var injected: Int
    }

    /// What a search found.
    public struct Result: Sendable {
        /// The lines at fault, in the order in which they run.
        public var faults: [Fault]
        /// Whether nothing differs any more but the lines themselves.
        public var isComplete: Bool
        /// What the program said if it failed in the last run.
        public var failure: String?
    }

    /// How the program is run.
    public var program: ToolRun
    /// How its lines are compared.
    public var tracing: LineTracing
    /// After how many faults the search ends.
    public var limit: Int

    public init(program: ToolRun, tracing: LineTracing, limit: Int = 20) {
        self.program = program
        self.tracing = tracing
        self.limit = limit
    }

    /// Searches one pass of a recorded run.
    ///
    /// - Parameters:
    ///   - reference: the Python's records of the pass that have a counterpart.
    ///   - values: the file of their values, by hash.
    /// - Throws: ``HarnessError`` if the tool cannot be started, `TraceError`, what the file system throws.
    public func callAsFunction(
        _ files: RecordedVariant, _ pass: ToolRun.Pass, reference: Trace, values: TensorFile
    ) throws -> Result {
        let expected = Dictionary(
            reference.records.filter { $0.kind == .line }.map { (AlignmentKey($0), $0) },
            uniquingKeysWith: { first, _ in first })
        var faults: [Fault] = []
        var explained: Set<Line> = []
        var isConsequence = false
        var injection = InjectedValues()
        while true {
            let path = "\(program.folder)/\(pass.rawValue).injected.safetensors"
            if !injection.isEmpty { try injection.write(to: path) }
            let outcome = try program(files, pass, injecting: injection.isEmpty ? nil : path)
            guard let trace = outcome.trace else {
                return Result(faults: faults, isComplete: false, failure: outcome.failure)
            }
            let translations = tracing.translations(trace.records, reference.records)
            var candidate = trace
            candidate.header.probes = .lines
            candidate.records = translations.flatMap { $0 }
            let comparison = Comparison(reference: reference, candidate: candidate)
            guard let culprit = comparison.culpritLine(except: { explained.contains(Line($0)) })
            else { return Result(faults: faults, isComplete: true, failure: outcome.failure) }
            guard faults.count < limit, explained.count < 2 * limit else {
                return Result(faults: faults, isComplete: false, failure: outcome.failure)
            }
            explained.insert(Line(culprit))

            var injected = 0
            for (own, translated) in zip(trace.records, translations) where own.kind == .line {
                guard let counterpart = translated.first(where: { explained.contains(Line($0)) }),
                    let value = expected[AlignmentKey(counterpart)]
                else { continue }
                if Line(counterpart) == Line(culprit) { injected += 1 }
                injection.add(own.injectionKey, value, of: values)
            }
            // What follows from a line that the program does not run is no fault of its own.
            if !isConsequence { faults.append(Fault(record: culprit, injected: injected)) }
            isConsequence = injected == 0
        }
    }
}

/// Values to go on with, by what the tool calls them.
private struct InjectedValues {
    private var contents: [String: TensorFile.Content] = [:]

    var isEmpty: Bool { contents.isEmpty }

    /// Adds the value of a record. A name that is there stays what it is.
    mutating func add(_ name: String, _ record: TraceRecord, of file: TensorFile) {
        if contents[name] == nil { contents[name] = file.content(of: record, named: name) }
    }

    func write(to path: String) throws {
        try TensorFile.write(contents.values.sorted { $0.name < $1.name }, to: path)
    }
}

/// A line of the Python, whichever of its values.
private struct Line: Hashable {
    let place: String
    let name: String

    init(_ record: TraceRecord) {
        place = record.source
        name = record.baseName
    }
}
