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
    guard let reference = try recordValues(of: variant, request, in: "values").first else { return }
    let place = URL(fileURLWithPath: reference.trace).deletingLastPathComponent().path
    let program = ToolRun(request, folder: place)
    let pass = ToolRun.Pass(record)
    try program.complete(reference, pass, keepsValues: true)
    let paths = (
        reference: Trace.valuesPath(besideTrace: reference.trace),
        candidate: Trace.valuesPath(besideTrace: program.trace(of: pass))
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

/// Records the Python of a run once more, with all values.
///
/// - Parameter name: the folder below the request's to write to.
/// - Throws: ``HarnessError``.
func recordValues(
    of variant: VariantVerification, _ request: VerificationRequest, in name: String
) throws -> [RecordedVariant] {
    try recordWork(
        request.family,
        selection: variant.files.selection,
        using: request.python, folder: "\(request.folder)/\(name)", layout: request.layout,
        keepsValues: true, lines: request.lines?.modules ?? [])
}
