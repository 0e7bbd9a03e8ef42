import Harness
import TraceDiff

/// What a comparison with the Python says of a program with a fault.
///
/// The line at fault is the first Python line whose value differs while what it was given agrees
/// (`Comparison.culpritLine`). It is the fault's own if
/// - the Swift statement with the fault stands for that line, or for lines within the Python's `if` whose
///   condition has the fault;
/// - the fault is in a line that makes a layer, or in a weight key, and the first difference is a call or the
///   weights of that layer, or the line that reads it; or the loader's error names the layer;
/// - the statement stands for no compared line (what is ported, or stored), and of the lines and calls of the
///   module whose code it is, the first to end behind one of its runs is the first that differs;
/// - the process ended, and the innermost statement of its report is the one with the fault.
///
/// Otherwise data flows to it from the fault, as all that ran before the fault agrees. If it runs before the
/// fault, it is unrelated.
public struct Finding: Sendable, Codable {
    /// How near to a fault its first difference is.
    public enum Verdict: String, Sendable, Codable {
        /// The first difference is the fault's own line.
        case localised
        /// It is a line that data flows to from there.
        case downstream
        /// It is another line.
        case unrelated
        /// Nothing differs, and nothing can, for a reason that is known.
        case equivalent
        /// Nothing differs.
        case undetected
    }

    /// The fault.
    public var mutant: Mutant
    /// The family that was run.
    public var family: String
    /// The run in which something differs: `float32 batch 2, 13 tokens`.
    public var run: String?
    public var verdict: Verdict
    /// The first line or call that differs: `llama/language.py:50:9 queries`.
    public var culprit: String?
    /// Where it is in the tree, with the run: `prefill language_model.model.layers.0.mlp`.
    public var path: String?
    /// What the program said when it failed.
    public var failure: String?
    /// Why the verdict is what it is.
    public var reason: String
    /// What the runs without the fault saw that lets nothing differ.
    public var proof: String?
    /// Why nothing can differ, where nothing does.
    public var because: String?

    /// The finding with what is known of faults that cannot make a difference.
    public func judged(by equivalents: EquivalentMutants) -> Finding {
        guard !isDetected else { return self }
        var finding = self
        finding.because = proof ?? equivalents.reason(for: mutant)
        finding.verdict = finding.because == nil ? .undetected : .equivalent
        return finding
    }

    /// Whether something differs, or the program fails.
    public var isDetected: Bool { verdict != .equivalent && verdict != .undetected }
}

/// What a search for two faults in one program finds.
public struct PairFinding: Sendable, Codable {
    public var first: Int
    public var second: Int
    /// The family that was run.
    public var family: String
    /// The lines at fault, in the order in which they run.
    public var lines: [String]
    /// Which of the two faults have their line among them.
    public var found: [Int]
}
