import Foundation
import TraceDiff

/// The faults of the weights that the tool makes of a checkpoint, found without running the model.
///
/// - Returns: nil if the tool cannot even read the checkpoint.
func inspectWeights(
    _ files: RecordedVariant, _ reference: Trace, with request: VerificationRequest
) throws -> (faults: WeightFaults, trace: Trace)? {
    let package = request.package.map { ["--package", $0] } ?? []
    let outcome = try Subprocess(
        executable: request.tool,
        arguments: ["inspect", "--model", files.checkpoint, "--weights"] + package,
        advice: "build it with `swift build --product llm-tool`"
    ).run()
    guard outcome.status == 0, let trace = try? Trace(outcome.output, file: "llm-tool inspect")
    else { return nil }
    return (WeightFaults(reference: reference.records, candidate: trace.records), trace)
}

/// The verification of a run that the weights keep from running: the parameters alone are compared.
///
/// - Returns: nil if the weights are right, or nothing can be said about them.
func wrongWeights(
    _ files: RecordedVariant, _ reference: Trace, with request: VerificationRequest
) throws -> VariantVerification? {
    guard let (faults, trace) = try inspectWeights(files, reference, with: request),
        !faults.isEmpty
    else { return nil }
    var (expected, found) = (reference, trace)
    expected.records.removeAll { $0.kind != .weight }
    let shapes = Dictionary(
        trace.records.filter { $0.run == TraceRecord.parametersRun }.map { ($0.path, $0.shape) },
        uniquingKeysWith: { first, _ in first })
    found.records = trace.records.filter { $0.run == TraceRecord.weightsRun }.compactMap { weight in
        guard !shapes.isEmpty else { return weight }
        // What the model has no place for is not loaded.
        guard let shape = shapes[weight.path] else { return nil }
        var weight = weight
        weight.shape = shape
        return weight
    }
    found.header.probes = .modules
    let comparison = Comparison(reference: expected, candidate: found, policy: request.policy)
    var variant = VariantVerification(
        files: files, candidateTrace: "", comparison: comparison, logits: [])
    variant.weightFaults = faults
    if let first = comparison.firstDifference {
        variant.causes = comparison.causes(of: first)
    }
    return variant
}
