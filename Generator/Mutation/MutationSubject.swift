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
    /// How lines are compared.
    let tracing: LineTracing
    /// The text of both sides.
    let sources: SourceTexts

    /// A recorded run with its trace.
    public struct RecordedRun: Sendable {
        /// The run and its files.
        public let files: RecordedVariant
        /// The records that have a counterpart in the Swift, by pass.
        let reference: [ToolRun.Pass: Trace]
        /// `float32 batch 2, 13 tokens`
        public let name: String
    }

    /// Reads what was recorded.
    ///
    /// - Throws: `TraceError`.
    public init(
        family: String, package: String, recorded: [RecordedVariant], map: LineMap,
        tracing: LineTracing, sources: SourceTexts
    ) throws {
        self.family = family
        self.package = package
        self.map = map
        self.tracing = tracing
        self.sources = sources
        runs = try recorded.map { files in
            let trace = try Trace(contentsOf: files.trace)
            let tokens = trace.records.first { $0.isTokenIds }?.shape.last ?? 0
            let passes = ToolRun.Pass.allCases.map { ($0, trace.part(of: $0, comparedBy: tracing)) }
            return RecordedRun(
                files: files, reference: Dictionary(uniqueKeysWithValues: passes),
                name: "\(files.title), \(tokens) tokens")
        }
    }

    /// A pass compared with the Python's; nil if nothing differs.
    func difference(_ trace: Trace, in run: RecordedRun, _ pass: ToolRun.Pass) -> Difference? {
        guard let reference = run.reference[pass] else { return nil }
        var candidate = trace
        candidate.header.probes = .lines
        let translations = tracing.translations(trace.records, reference.records)
        candidate.records = translations.flatMap { $0 }
        return Difference(
            comparison: Comparison(reference: reference, candidate: candidate),
            recorded: trace.records, translations: translations)
    }

    /// Whether a fault can make a difference where its code runs.
    func isConcerned(by mutant: Mutant) -> Bool {
        switch mutant.kind {
        // To convert float32 to float32 is nothing.
        case .castDropped: Set(runs.map(\.files.dtype)).count > 1
        // Layers that the model does not have have no weights.
        case .weightKeySwapped: mutant.keys.allSatisfy(layers.contains)
        default: true
        }
    }

    /// The names of the layers that have weights.
    private var layers: Set<String> {
        let weights = runs.first?.reference[.cached]?.records.filter { $0.kind == .weight } ?? []
        return Set(weights.flatMap { $0.path.split(separator: ".").map(String.init) })
    }
}
