import Foundation
import TraceDiff

/// What a verification needs.
public struct VerificationRequest: Sendable {
    /// A family's name, or the path of its definition.
    public var family: String
    /// Which runs; all by default.
    public var selection: VariantSelection
    /// The Python side.
    public var python: PythonReference
    /// The path of the `llm-tool` that is judged.
    public var tool: String
    /// The package whose family serves the `model_type`; nil leaves it to the tool.
    public var package: String?
    /// Whether the tool reports the calls of every module, so that a missing one is a difference.
    public var isFullyProbed: Bool
    /// Where checkpoints, inputs, outputs and traces are written.
    public var folder: String
    /// How the checkpoints name and split their tensors.
    public var layout: CheckpointLayout
    /// What to do about lines; `nil` compares the calls of modules alone.
    public var lines: LineTracing?
    /// The tolerances with which differences are judged; only equal bits are identical.
    public var policy = TolerancePolicy()
    /// Whether both sides run once more, with all values, where they differ.
    public var explainsDifferences = true

    /// Creates a request; nothing is run yet.
    public init(
        family: String, selection: VariantSelection = VariantSelection(), python: PythonReference,
        tool: String, isFullyProbed: Bool = false, package: String? = nil, folder: String,
        layout: CheckpointLayout = CheckpointLayout(), lines: LineTracing? = nil
    ) {
        self.family = family
        self.selection = selection
        self.python = python
        self.tool = tool
        self.isFullyProbed = isFullyProbed
        self.package = package
        self.folder = folder
        self.layout = layout
        self.lines = lines
    }
}

extension VerificationRequest {
    /// Whether a process that stays can record what is asked for: nothing in it is changed for lines.
    fileprivate var isRecordedPlainly: Bool { lines == nil && layout == CheckpointLayout() }
}

/// How the lines of an instrumented tool are compared with those of the Python.
public struct LineTracing: Sendable {
    /// Dotted names of the Python modules whose lines are recorded.
    public var modules: [String]
    /// Whether the Swift has a line for a record of the Python.
    public var hasCounterpart: @Sendable (TraceRecord) -> Bool
    /// Of each of the tool's records those with the places and names of the Python: none for lines without
    /// counterpart, several where the Python says the same once more; the second list is the Python's.
    public var translations: @Sendable ([TraceRecord], [TraceRecord]) -> [[TraceRecord]]
    /// The names that the Python line of a record reads; nil if its text is not known.
    public var reads: @Sendable (TraceRecord) -> [String]? = { _ in nil }

    public init(
        modules: [String], hasCounterpart: @escaping @Sendable (TraceRecord) -> Bool,
        translations: @escaping @Sendable ([TraceRecord], [TraceRecord]) -> [[TraceRecord]]
    ) {
        self.modules = modules
        self.hasCounterpart = hasCounterpart
        self.translations = translations
    }

    /// What a compiled function computes inside shows on neither side; both run without compiling.
    static let environment = ["MLX_DISABLE_COMPILE": "1"]
}

/// What a verification is doing.
public enum VerificationStep: Sendable, Equatable {
    /// The recorder said something.
    case recording(String)
    /// The candidate runs.
    case running(RecordedVariant)
    /// A run has been compared.
    case compared(RecordedVariant, isIdentical: Bool)
}

/// Runs both sides of a family and compares every module call and the logits.
///
/// For each element type and batch size the reference is recorded, the tool runs on the same
/// checkpoint directory and inputs with a cache and without, and the traces are compared.
///
/// - Throws: ``HarnessError`` if a side cannot run, `TraceError` if a trace cannot be read.
public func verifyFamily(
    _ request: VerificationRequest, progress: (VerificationStep) -> Void = { _ in }
) throws -> FamilyVerification {
    try verifyRecorded(record(request, progress: progress), with: request, progress: progress)
}

/// Records the runs of a request, with a process that stays if it can.
private func record(
    _ request: VerificationRequest, with recorder: RecorderProcess? = nil,
    progress: (VerificationStep) -> Void
) throws -> [RecordedVariant] {
    if let recorder, request.isRecordedPlainly {
        return try recorder.recordWork(
            request.family, selection: request.selection, folder: request.folder)
    }
    return try recordWork(
        request.family, selection: request.selection, using: request.python,
        folder: request.folder, layout: request.layout, lines: request.lines?.modules ?? []
    ) { progress(.recording($0)) }
}

/// Verifies families side by side, with a process of Python for each of the `jobs`.
///
/// - Parameters:
///   - jobs: how many families at once.
///   - progress: what is being done about the request of an index.
///   - finished: called in the order of the requests with what came of each.
public func verifyFamilies(
    _ requests: [VerificationRequest], jobs: Int,
    progress: @escaping @Sendable (Int, VerificationStep) -> Void,
    finished: (Int, Result<FamilyVerification, any Error>) throws -> Void
) rethrows {
    guard let python = requests.first?.python else { return }
    try performInOrder(Array(requests.indices), jobs: jobs, worker: RecorderProcess(python)) {
        recorder, index in
        Result {
            let request = requests[index]
            let steps = { @Sendable in progress(index, $0) }
            return try verifyRecorded(
                record(request, with: recorder, progress: steps), with: request, progress: steps)
        }
    } finished: { index, result in
        try finished(index, result)
    }
}

/// Runs the tool on runs that are recorded already and compares every module call and the logits.
///
/// - Throws: ``HarnessError`` if the tool cannot run, `TraceError` if a trace cannot be read.
public func verifyRecorded(
    _ recorded: [RecordedVariant], with request: VerificationRequest,
    progress: (VerificationStep) -> Void = { _ in }
) throws -> FamilyVerification {
    let variants = try recorded.map { files in
        progress(.running(files))
        let expected = try TensorFile(contentsOf: files.outputs)
        let variant = try verify(files, Trace(contentsOf: files.trace), with: request) { outputs in
            expected.tensors.keys.sorted().map { name in
                TensorVerification(name, reference: expected, candidate: outputs(name))
            }
        }
        progress(.compared(files, isIdentical: variant.isIdentical))
        return variant
    }
    return FamilyVerification(family: request.family, variants: variants)
}

/// Runs the tool on one recorded run and compares.
///
/// - Parameters:
///   - reference: the recorded trace.
///   - logits: compares the logits, given the file in which the tool wrote those of a name.
func verify(
    _ files: RecordedVariant, _ reference: Trace, with request: VerificationRequest,
    logits: ((String) -> TensorFile) -> [TensorVerification]
) throws -> VariantVerification {
    var reference = reference
    let folder = URL(fileURLWithPath: files.inputs).deletingLastPathComponent().path
    let program = ToolRun(request, folder: folder)
    do {
        for pass in ToolRun.Pass.allCases { try program.complete(files, pass) }
    } catch let error as HarnessError {
        // Weights that do not fit end the tool before it runs: then they are what differs.
        guard let wrong = try wrongWeights(files, reference, with: request) else { throw error }
        return wrong
    }

    var trace = try Trace(contentsOf: program.trace(of: .cached))
    trace.records += try Trace(contentsOf: program.trace(of: .full)).records
    if request.isFullyProbed { trace.header.probes = .modules }
    var uncompared: [TraceRecord] = []
    if let lines = request.lines {
        trace.header.probes = .lines
        trace.records = lines.translations(trace.records, reference.records).flatMap { $0 }
        uncompared = reference.records.filter { $0.kind == .line && !lines.hasCounterpart($0) }
        reference.records.removeAll { $0.kind == .line && !lines.hasCounterpart($0) }
    }
    let path = folder + "/candidate.trace.jsonl"
    try trace.write(to: path)

    let (cached, full) = try (
        TensorFile(contentsOf: program.output(of: .cached)),
        TensorFile(contentsOf: program.output(of: .full))
    )
    let results = logits { $0.hasPrefix("full_") ? full : cached }
    let comparison = Comparison(reference: reference, candidate: trace, policy: request.policy)
    var variant = VariantVerification(
        files: files, candidateTrace: path, comparison: comparison, logits: results,
        uncomparedLines: uncompared)
    if !variant.weights.isIdentical {
        variant.weightFaults = try inspectWeights(files, reference, with: request)?.faults
    }
    if request.explainsDifferences, !comparison.isIdentical {
        try explainDifference(of: &variant, with: request)
    }
    return variant
}
