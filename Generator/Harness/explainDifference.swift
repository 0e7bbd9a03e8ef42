import Foundation
import TraceDiff

/// Finds the likely causes of a run's first difference. Both sides run once more with all values kept.
///
/// - Throws: ``HarnessError`` if a side cannot run, `TraceError` if its values cannot be read.
func explainDifference(
    of variant: inout VariantVerification, with request: VerificationRequest
) throws {
    let comparison = variant.comparison
    guard let entry = comparison.firstDifference else { return }
    let reads = request.lines?.reads ?? { _ in nil }
    // What is missing, and a parameter, explains itself.
    let record = comparison.record(entry)
    guard entry.pair.reference != nil, entry.pair.candidate != nil, record.kind != .weight else {
        variant.causes = comparison.causes(of: entry, reads: reads)
        return
    }
    let kept = try recordWork(
        request.family,
        selection: VariantSelection(
            dtypes: [variant.files.dtype], batches: [variant.files.batch]),
        using: request.python, folder: request.folder + "/values", layout: request.layout,
        keepsValues: true, lines: request.lines?.modules ?? [])
    guard let reference = kept.first else { return }
    let place = URL(fileURLWithPath: reference.trace).deletingLastPathComponent().path
    let candidate = CandidateRun(record.run == "full" ? .full : .cached, folder: place)
    try candidate.run(reference, with: request, keepsValues: true)
    let paths = (
        reference: Trace.valuesPath(besideTrace: reference.trace),
        candidate: Trace.valuesPath(besideTrace: candidate.trace)
    )
    let expected = try TensorFile(contentsOf: paths.reference)
    let found = try TensorFile(contentsOf: paths.candidate)
    variant.values = paths
    let policy = comparison.policy
    variant.comparison = Comparison(
        reference: comparison.reference, candidate: comparison.candidate, policy: policy
    ) { left, right in
        expected.difference(
            left, from: found, right, absolute: policy.tolerance(for: left).absolute)
    }
    variant.causes = comparison.causes(
        of: entry, referenceValues: expected.values(of:), candidateValues: found.values(of:),
        reads: reads)
}
