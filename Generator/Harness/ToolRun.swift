import Foundation
import TraceDiff

/// One run of the tool on what was recorded of the Python: the same checkpoint and inputs.
public struct ToolRun: Sendable {
    /// Which of the two passes of a recorded run.
    public enum Pass: String, Sendable, CaseIterable {
        /// Prompt and decode steps, with a cache.
        case cached
        /// One pass over all ids without a cache.
        case full
    }

    /// The tool's path.
    public var tool: String
    /// The package whose family serves the `model_type`; nil leaves it to the tool.
    public var package: String?
    /// Variables beside those of this process.
    public var environment: [String: String]
    /// Where the tool writes.
    public var folder: String

    public init(
        tool: String, package: String? = nil, environment: [String: String] = [:], folder: String
    ) {
        self.tool = tool
        self.package = package
        self.environment = environment
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
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        let trace = "\(folder)/\(pass.rawValue).trace.jsonl"
        let partial = trace + ".failed"
        for path in [trace, partial] where FileManager.default.fileExists(atPath: path) {
            try FileManager.default.removeItem(atPath: path)
        }
        let outcome = try Subprocess(
            executable: tool,
            arguments: [
                "forward", "--model", files.checkpoint, "--inputs", files.inputs, "--output",
                "\(folder)/\(pass.rawValue).safetensors", "--trace", trace,
            ] + (package.map { ["--package", $0] } ?? [])
                + (pass == .full ? ["--no-cache"] : [])
                + (injected.map { ["--inject", $0] } ?? []),
            environment: LineTracing.environment.merging(environment) { _, own in own },
            advice: "build it with `swift build --product llm-tool`"
        ).run()
        let written = [trace, partial].first { FileManager.default.fileExists(atPath: $0) }
        return Outcome(
            trace: try written.map { try Trace(contentsOf: $0) },
            failure: outcome.status == 0
                ? nil
                : outcome.errorLines.filter { !$0.hasPrefix("mutant ") }.joined(separator: "\n"),
            messages: outcome.errorLines)
    }
}
