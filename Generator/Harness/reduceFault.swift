import Foundation
import TraceDiff

/// A fault in the smallest run that shows it.
public struct ReducedFault: Sendable {
    /// The line at fault: the Python's record of the first call that differs.
    public var line: TraceRecord
    /// The run's files, with the values of all records beside the trace.
    public var files: RecordedVariant
    /// The pass that differs.
    public var pass: ToolRun.Pass
    /// The definition of the run.
    public var definition: String
    /// What the module was given whose code has the line, with names such as `(x)`.
    public var inputs: [TraceRecord]
    /// What the tool gave at the line; nil if it does not run it.
    public var candidate: TraceRecord?
    /// What the tool said if it failed.
    public var failure: String?
}

/// Looks for the smallest run of a family that shows a fault: one sequence, fewer steps, layers and tokens,
/// for as long as the line at fault stays the same.
///
/// - Parameters:
///   - request: how the family is verified, with lines.
///   - progress: called with a line for each run that is tried.
/// - Returns: nil if nothing differs.
/// - Throws: ``HarnessError``, `TraceError`, what the file system throws.
public func reduceFault(_ request: VerificationRequest, progress: (String) -> Void) throws
    -> ReducedFault?
{
    guard let lines = request.lines else { return nil }
    let attempt = ReductionAttempt(request: request, lines: lines)
    let text = try String(contentsOfFile: request.family, encoding: .utf8)
    var found: (definition: DefinitionText, fault: ReducedFault)?
    for selection in [VariantSelection(batches: [1]), request.selection] where found == nil {
        let definition = DefinitionText(text: text)
        found = try attempt(definition, selection).map { (definition, $0) }
    }
    guard var (definition, fault) = found else { return nil }
    let selection = fault.files.selection
    var isSmaller = true
    while isSmaller {
        isSmaller = false
        for smaller in definition.smaller {
            // What Python refuses to run is no reproduction.
            guard let next = try? attempt(smaller, selection), next.isSame(as: fault) else {
                continue
            }
            progress("\(smaller.summary): the same line")
            (definition, fault, isSmaller) = (smaller, next, true)
            break
        }
    }
    // The files are those of the last attempt, which may have been refused.
    return try attempt(definition, selection)
}

extension DefinitionText {
    /// `2 layers, 3 tokens, 0 steps`
    fileprivate var summary: String {
        let layers = layerCounts.first.flatMap(number) ?? 1
        return "\(layers) layers, \(number("prompt_length") ?? 0) tokens, "
            + "\(number("decode_steps") ?? 0) steps"
    }
}

extension ReducedFault {
    fileprivate func isSame(as other: ReducedFault) -> Bool {
        line.source == other.line.source && line.name == other.line.name
            && files.dtype == other.files.dtype
    }
}

/// Runs both sides of a definition and looks for the line at fault.
private struct ReductionAttempt {
    let request: VerificationRequest
    let lines: LineTracing

    func callAsFunction(_ definition: DefinitionText, _ selection: VariantSelection) throws
        -> ReducedFault?
    {
        let folder = request.folder + "/reduced"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        let path = folder + "/definition.yml"
        try definition.text.write(toFile: path, atomically: true, encoding: .utf8)
        let recorded = try recordWork(
            path, selection: selection, using: request.python, folder: folder,
            layout: request.layout, keepsValues: true, lines: lines.modules)
        let program = ToolRun(request, folder: folder + "/tool")
        for files in recorded {
            let reference = try Trace(contentsOf: files.trace)
            for pass in ToolRun.Pass.allCases {
                let expected = reference.part(of: pass, comparedBy: lines)
                let outcome = try program(files, pass)
                guard var candidate = outcome.trace else { continue }
                candidate.header.probes = .lines
                candidate.records = lines.translations(candidate.records, expected.records)
                    .flatMap { $0 }
                let comparison = Comparison(reference: expected, candidate: candidate)
                guard let line = comparison.culpritLine() else { continue }
                return ReducedFault(
                    line: line, files: files, pass: pass, definition: definition.text,
                    inputs: expected.records.inputs(of: line),
                    candidate: candidate.records.first {
                        $0.source == line.source && $0.name == line.name && $0.run == line.run
                            && $0.path == line.path && $0.call == line.call
                    }, failure: outcome.failure)
            }
        }
        return nil
    }
}

extension [TraceRecord] {
    /// What the function was given that a line is in: its parameters, told before the line.
    fileprivate func inputs(of line: TraceRecord) -> [TraceRecord] {
        guard let index = firstIndex(of: line), let place = SourcePlace(line.source) else {
            return []
        }
        let told = self[..<index].compactMap { record -> (record: TraceRecord, line: Int)? in
            guard record.isParameter, record.run == line.run, record.path == line.path,
                let start = SourcePlace(record.source), start.file == place.file,
                start.line <= place.line
            else { return nil }
            return (record, start.line)
        }
        guard let function = told.max(by: { $0.line < $1.line })?.record.source else { return [] }
        let own = told.map(\.record).filter { $0.source == function }
        return own.filter { $0.call == own.last?.call }
    }
}
