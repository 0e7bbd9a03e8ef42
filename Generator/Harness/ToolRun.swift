import Foundation
import TraceDiff

/// Runs of the tool on what was recorded of the Python: the same checkpoint and inputs.
public struct ToolRun: Sendable {
    /// Which of the two passes of a recorded run.
    public enum Pass: String, Sendable, CaseIterable {
        /// Prompt and decode steps, with a cache.
        case cached
        /// One pass over all ids without a cache.
        case full

        /// The pass that a record is of.
        init(_ record: TraceRecord) { self = record.run == "full" ? .full : .cached }
    }

    /// The tool's path.
    public var tool: String
    /// The package whose family serves the `model_type`; nil leaves it to the tool.
    public var package: String?
    /// Variables beside those of this process.
    public var environment: [String: String]
    /// Where the tool writes.
    public var folder: String

    /// A tool whose lines are observed.
    ///
    /// - Parameter environment: variables beside those that this takes.
    public init(
        tool: String, package: String? = nil, environment: [String: String] = [:], folder: String
    ) {
        self.tool = tool
        self.package = package
        self.environment = environment.merging(LineTracing.environment) { own, _ in own }
        self.folder = folder
    }

    /// The tool that a request is about.
    init(_ request: VerificationRequest, folder: String) {
        tool = request.tool
        package = request.package
        environment = request.lines == nil ? [:] : LineTracing.environment
        self.folder = folder
    }

    /// What a run left behind.
    public struct Outcome: Sendable {
        /// What the tool recorded: all, or until it failed; nil where it recorded nothing.
        public var trace: Trace?
        /// What it said when it failed; nil if it did not.
        public var failure: String?
        /// The lines on standard error.
        public var messages: [String]
    }

    /// Runs the tool to its end. That it fails is a result.
    ///
    /// - Parameter injected: a file of values with which lines go on in place of their own.
    /// - Throws: ``HarnessError`` if it cannot be started, `TraceError` if its trace cannot be read.
    public func callAsFunction(
        _ files: RecordedVariant, _ pass: Pass, injecting injected: String? = nil
    ) throws -> Outcome {
        let options = injected.map { ["--inject", $0] } ?? []
        var outcome = try launch(files, pass, options)
        if outcome.isCrash, FileManager.default.fileExists(atPath: partialTrace(of: pass)) {
            // The records of its last pass were not measured yet.
            outcome = try launch(files, pass, options + ["--trace-at-once"])
        }
        let written = [trace(of: pass), partialTrace(of: pass)].first {
            FileManager.default.fileExists(atPath: $0)
        }
        return Outcome(
            trace: try written.map { try Trace(contentsOf: $0) },
            failure: outcome.status == 0
                ? nil
                : outcome.errorLines.filter { !$0.hasPrefix("mutant ") }.joined(separator: "\n"),
            messages: outcome.errorLines)
    }

    /// Runs the tool, which has to write a trace and its logits.
    ///
    /// - Parameter keepsValues: whether all tensors are written beside the trace.
    /// - Throws: ``HarnessError`` with the tool's own message.
    func complete(_ files: RecordedVariant, _ pass: Pass, keepsValues: Bool = false) throws {
        // Both passes have the same parameters.
        let weights = pass == .full ? ["--without-weights"] : []
        let outcome = try launch(files, pass, weights + (keepsValues ? ["--values"] : []))
        guard outcome.status == 0 else {
            throw HarnessError.failed(
                program: "llm-tool", status: outcome.status, message: outcome.message)
        }
        for path in [trace(of: pass), output(of: pass)]
        where !FileManager.default.fileExists(atPath: path) {
            throw HarnessError.badResult(program: "llm-tool", message: "wrote no \(path)")
        }
    }

    /// The file of a pass's trace.
    func trace(of pass: Pass) -> String { "\(folder)/candidate-\(pass.rawValue).trace.jsonl" }

    /// The file of a pass's logits.
    func output(of pass: Pass) -> String { "\(folder)/candidate-\(pass.rawValue).safetensors" }

    /// Where the tool leaves what it recorded until it failed.
    private func partialTrace(of pass: Pass) -> String { trace(of: pass) + ".failed" }

    private func launch(_ files: RecordedVariant, _ pass: Pass, _ options: [String]) throws
        -> Subprocess.Outcome
    {
        let manager = FileManager.default
        try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
        // A result of an earlier run must not be taken for this one's.
        for path in [trace(of: pass), partialTrace(of: pass), output(of: pass)]
        where manager.fileExists(atPath: path) {
            try manager.removeItem(atPath: path)
        }
        return try Subprocess(
            executable: tool,
            arguments: [
                "forward", "--model", files.checkpoint, "--inputs", files.inputs, "--output",
                output(of: pass), "--trace", trace(of: pass),
            ] + (package.map { ["--package", $0] } ?? [])
                + (pass == .full ? ["--no-cache"] : []) + options,
            environment: environment, advice: "build it with `swift build --product llm-tool`"
        ).run()
    }
}
