import Foundation
import TraceDiff

/// The traces of a family that are committed, in `Reference/`.
public struct CommittedTraces: Sendable {
    /// The folder of the family's traces.
    public let folder: String

    /// The traces of a family.
    ///
    /// - Parameters:
    ///   - root: the folder of all families, `Reference`.
    ///   - family: the family's name, below the folder of its package: `llama`, `mlx-lm/llama`.
    public init(root: String, family: String) {
        folder = "\(root)/\(family)"
    }

    /// The paths of the traces of some runs.
    ///
    /// - Throws: ``HarnessError`` if there is none.
    public func paths(_ selection: VariantSelection) throws -> [String] {
        let suffix = ".trace.jsonl.gz"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let chosen = names.filter { name in
            guard name.hasSuffix(suffix) else { return false }
            let parts = name.dropLast(suffix.count).split(separator: "-")
            guard (2...3).contains(parts.count), let batch = Int(parts[1].dropFirst()) else {
                return false
            }
            let scene = parts.count == 3 ? String(parts[2]) : nil
            return (selection.dtypes.isEmpty || selection.dtypes.contains(String(parts[0])))
                && (selection.batches.isEmpty || selection.batches.contains(batch))
                && (selection.scenes.isEmpty || scene.map(selection.scenes.contains) == true)
        }
        guard !chosen.isEmpty else {
            throw HarnessError.badResult(
                program: folder,
                message: "no such run is recorded; `mlx-port record` writes it, with Python")
        }
        return chosen.sorted().map { "\(folder)/\($0)" }
    }
}

/// Compares families with their committed traces, side by side.
///
/// - Parameters:
///   - jobs: how many families at once.
///   - progress: what is being done about the family of an index.
///   - finished: called in the order of the families with what came of each.
public func verifyCommitted(
    _ families: [(traces: CommittedTraces, request: VerificationRequest)], jobs: Int,
    progress: @escaping @Sendable (Int, VerificationStep) -> Void,
    finished: (Int, Result<FamilyVerification, any Error>) throws -> Void
) rethrows {
    try performInOrder(Array(families.indices), jobs: jobs, worker: ()) { _, index in
        Result {
            try verifyCommitted(families[index].traces, with: families[index].request) {
                progress(index, $0)
            }
        }
    } finished: { index, result in
        try finished(index, result)
    }
}

/// Compares a tool with the committed traces of a family. No Python runs: the checkpoint and the inputs
/// are made by the rule that the recorder follows, and what the tool makes of them is compared with what
/// was recorded.
///
/// - Throws: ``HarnessError`` if nothing is recorded or the tool cannot run, `TraceError` if a trace
///   cannot be read.
public func verifyCommitted(
    _ committed: CommittedTraces, with request: VerificationRequest,
    progress: (VerificationStep) -> Void = { _ in }
) throws -> FamilyVerification {
    var request = request
    // Values are kept by a run of the Python alone.
    request.explainsDifferences = false
    let variants = try committed.paths(request.selection).map { path in
        let trace = try Trace(contentsOf: path)
        let files = try writeSeededRun(of: trace, recordedIn: path, to: request.folder)
        progress(.running(files))
        var variant = try verify(files, trace, with: request) { outputs in
            (trace.header.reference?.outputs ?? [:]).sorted { $0.key < $1.key }.map {
                name, recorded in
                TensorVerification(name, recorded: recorded, candidate: outputs(name))
            }
        }
        if variant.causes.isEmpty, let first = variant.comparison.firstDifference {
            variant.causes = variant.comparison.causes(of: first)
        }
        if let machine = trace.header.machine, machine != TraceHeader.thisMachine {
            variant.otherMachine = machine
        }
        progress(.compared(files, isIdentical: variant.isIdentical))
        return variant
    }
    return FamilyVerification(family: request.family, variants: variants)
}
