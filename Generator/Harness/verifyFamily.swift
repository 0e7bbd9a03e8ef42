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

/// How the lines of an instrumented tool are compared with those of the Python.
public struct LineTracing: Sendable {
    /// Dotted names of the Python modules whose lines are recorded.
    public var modules: [String]
    /// Whether the Swift has a line for a record of the Python.
    public var hasCounterpart: @Sendable (TraceRecord) -> Bool
    /// The tool's records with the places and names of the Python; the second list is the Python's.
    public var translate: @Sendable ([TraceRecord], [TraceRecord]) -> [TraceRecord]

    public init(
        modules: [String], hasCounterpart: @escaping @Sendable (TraceRecord) -> Bool,
        translate: @escaping @Sendable ([TraceRecord], [TraceRecord]) -> [TraceRecord]
    ) {
        self.modules = modules
        self.hasCounterpart = hasCounterpart
        self.translate = translate
    }

    /// What a compiled function computes inside shows on neither side; both run without compiling.
    static let environment = ["MLX_DISABLE_COMPILE": "1"]
}

/// What a verification is doing.
public enum VerificationStep: Sendable, Equatable {
    /// The recorder said something.
    case recording(String)
    /// The candidate runs.
    case running(dtype: String, batch: Int)
    /// A run has been compared.
    case compared(dtype: String, batch: Int, isIdentical: Bool)
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
    let recorded = try recordWork(
        request.family, selection: request.selection, using: request.python,
        folder: request.folder, layout: request.layout, lines: request.lines?.modules ?? []
    ) { progress(.recording($0)) }
    return try verifyRecorded(recorded, with: request, progress: progress)
}

/// Runs the tool on runs that are recorded already and compares every module call and the logits.
///
/// - Throws: ``HarnessError`` if the tool cannot run, `TraceError` if a trace cannot be read.
public func verifyRecorded(
    _ recorded: [RecordedVariant], with request: VerificationRequest,
    progress: (VerificationStep) -> Void = { _ in }
) throws -> FamilyVerification {
    let variants = try recorded.map { files in
        progress(.running(dtype: files.dtype, batch: files.batch))
        let variant = try verify(files, with: request)
        progress(
            .compared(dtype: files.dtype, batch: files.batch, isIdentical: variant.isIdentical))
        return variant
    }
    return FamilyVerification(family: request.family, variants: variants)
}

/// Runs the tool on one recorded run and compares.
private func verify(
    _ files: RecordedVariant, with request: VerificationRequest
) throws -> VariantVerification {
    let folder = URL(fileURLWithPath: files.trace).deletingLastPathComponent().path
    let cached = Candidate(name: "cached", folder: folder)
    let full = Candidate(name: "full", folder: folder)
    for (candidate, options) in [(cached, []), (full, ["--no-cache"])] {
        try candidate.removeOld()
        try candidate.run(files, with: request, options: options)
    }

    var reference = try Trace(contentsOf: files.trace)
    var trace = try Trace(contentsOf: cached.trace)
    trace.records += try Trace(contentsOf: full.trace).records
    if request.isFullyProbed { trace.header.probes = .modules }
    var uncompared: [TraceRecord] = []
    if let lines = request.lines {
        trace.header.probes = .lines
        trace.records = lines.translate(trace.records, reference.records)
        uncompared = reference.records.filter { $0.kind == .line && !lines.hasCounterpart($0) }
        reference.records.removeAll { $0.kind == .line && !lines.hasCounterpart($0) }
    }
    let path = folder + "/candidate.trace.jsonl"
    try trace.write(to: path)

    let expected = try TensorFile(contentsOf: files.outputs)
    let outputs = try (cached: cached.tensors(), full: full.tensors())
    let logits = expected.tensors.keys.sorted().map { name in
        TensorVerification(
            name, reference: expected,
            candidate: name == "full_logits" ? outputs.full : outputs.cached)
    }
    return VariantVerification(
        files: files, candidateTrace: path,
        comparison: Comparison(reference: reference, candidate: trace), logits: logits,
        uncomparedLines: uncompared)
}

/// One run of the tool and the files that it writes.
private struct Candidate {
    let trace: String
    let output: String

    init(name: String, folder: String) {
        trace = "\(folder)/candidate-\(name).trace.jsonl"
        output = "\(folder)/candidate-\(name).safetensors"
    }

    /// A result of an earlier run must not be taken for this one's.
    func removeOld() throws {
        for path in [trace, output] where FileManager.default.fileExists(atPath: path) {
            try FileManager.default.removeItem(atPath: path)
        }
    }

    func run(
        _ files: RecordedVariant, with request: VerificationRequest, options: [String]
    ) throws {
        let package = request.package.map { ["--package", $0] } ?? []
        let outcome = try Subprocess(
            executable: request.tool,
            arguments: [
                "forward", "--model", files.checkpoint, "--inputs", files.inputs, "--output",
                output, "--trace", trace,
            ] + package + options,
            environment: request.lines == nil ? [:] : LineTracing.environment,
            advice: "build it with `swift build --product llm-tool`"
        ).run()
        guard outcome.status == 0 else {
            throw HarnessError.failed(
                program: "llm-tool", status: outcome.status, message: outcome.message)
        }
        for path in [trace, output] where !FileManager.default.fileExists(atPath: path) {
            throw HarnessError.badResult(program: "llm-tool", message: "wrote no \(path)")
        }
    }

    func tensors() throws -> TensorFile { try TensorFile(contentsOf: output) }
}
