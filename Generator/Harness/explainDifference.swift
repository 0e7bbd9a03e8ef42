import Foundation
import TraceDiff

/// The likely causes of a run's first difference. Both sides run once more with all values kept.
///
/// - Throws: ``HarnessError`` if a side cannot run, `TraceError` if its values cannot be read.
func explainDifference(
    _ files: RecordedVariant, _ comparison: Comparison, with request: VerificationRequest
) throws -> [DifferenceCause] {
    guard let entry = comparison.firstDifference else { return [] }
    let reads = request.lines?.reads ?? { _ in nil }
    // What is missing, and a parameter, explains itself.
    let record = comparison.record(entry)
    guard entry.pair.reference != nil, entry.pair.candidate != nil, record.kind != .weight else {
        return comparison.causes(of: entry, reads: reads)
    }
    let folder = request.folder + "/values"
    let selection = VariantSelection(dtypes: [files.dtype], batches: [files.batch])
    let kept = try recordWork(
        request.family, selection: selection, using: request.python, folder: folder,
        layout: request.layout, keepsValues: true, lines: request.lines?.modules ?? [])
    guard let reference = kept.first else { return [] }
    let place = URL(fileURLWithPath: reference.trace).deletingLastPathComponent().path
    let mode: CandidateMode = record.run == "full" ? .full : .cached
    let candidate = CandidateRun(mode, folder: place)
    try candidate.run(reference, with: request, keepsValues: true)
    let expected = try TensorFile(
        contentsOf: Trace.valuesPath(besideTrace: reference.trace))
    let found = try TensorFile(contentsOf: Trace.valuesPath(besideTrace: candidate.trace))
    return comparison.causes(
        of: entry, referenceValues: expected.values(of:), candidateValues: found.values(of:),
        reads: reads)
}
