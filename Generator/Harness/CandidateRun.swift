import Foundation
import TraceDiff

/// How the tool runs: as generation does, or in one pass.
enum CandidateMode: String, CaseIterable {
    case cached
    case full

    var options: [String] { self == .full ? ["--no-cache"] : [] }
}

/// One run of the tool and the files that it writes.
struct CandidateRun {
    let mode: CandidateMode
    let trace: String
    let output: String

    init(_ mode: CandidateMode, folder: String) {
        self.mode = mode
        trace = "\(folder)/candidate-\(mode.rawValue).trace.jsonl"
        output = "\(folder)/candidate-\(mode.rawValue).safetensors"
    }

    /// Runs the tool on a checkpoint and inputs.
    ///
    /// - Parameter keepsValues: whether all tensors are written beside the trace.
    /// - Throws: ``HarnessError`` with the tool's own message.
    func run(
        _ files: RecordedVariant, with request: VerificationRequest, keepsValues: Bool = false
    ) throws {
        // A result of an earlier run must not be taken for this one's.
        for path in [trace, output] where FileManager.default.fileExists(atPath: path) {
            try FileManager.default.removeItem(atPath: path)
        }
        let package = request.package.map { ["--package", $0] } ?? []
        let outcome = try Subprocess(
            executable: request.tool,
            arguments: [
                "forward", "--model", files.checkpoint, "--inputs", files.inputs, "--output",
                output, "--trace", trace,
            ] + package + mode.options + (keepsValues ? ["--values"] : []),
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
