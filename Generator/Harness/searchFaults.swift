import Foundation
import TraceDiff

/// The faults of one pass of a run that differs.
public struct FoundFaults: Sendable {
    /// The run.
    public var files: RecordedVariant
    /// The pass.
    public var pass: ToolRun.Pass
    /// The lines at fault.
    public var result: FaultSearch.Result
}

/// Finds all faults of the runs that differ, one after the other: the reference is recorded once more, with
/// its values, and each line at fault goes on with those.
///
/// - Parameters:
///   - request: what was verified, with lines.
///   - verification: what that found.
///   - limit: after how many faults a pass ends.
/// - Throws: ``HarnessError``, `TraceError`, what the file system throws.
public func searchFaults(
    _ request: VerificationRequest, in verification: FamilyVerification, limit: Int = 20
) throws -> [FoundFaults] {
    guard let lines = request.lines else { return [] }
    let differing = verification.variants.filter { !$0.isIdentical }
    var found: [FoundFaults] = []
    for variant in differing {
        for files in try recordValues(of: variant, request, in: "faults") {
            let trace = try Trace(contentsOf: files.trace)
            let values = try TensorFile(contentsOf: Trace.valuesPath(besideTrace: files.trace))
            let search = FaultSearch(
                program: ToolRun(request, folder: request.folder + "/faults/tool"),
                tracing: lines, limit: limit)
            for pass in ToolRun.Pass.allCases {
                let result = try search(
                    files, pass, reference: trace.part(of: pass, comparedBy: lines),
                    values: values)
                found.append(FoundFaults(files: files, pass: pass, result: result))
            }
        }
    }
    return found
}

extension Trace {
    /// The records of one pass that the tool has as well.
    public func part(of pass: ToolRun.Pass, comparedBy lines: LineTracing) -> Trace {
        Trace(
            header: header,
            records: records.filter { record in
                (record.kind == .weight || ToolRun.Pass(record) == pass)
                    && (record.kind != .line || lines.hasCounterpart(record))
            })
    }
}
