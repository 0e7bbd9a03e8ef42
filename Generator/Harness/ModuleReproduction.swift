import Foundation
import TraceDiff

/// A module that is called by itself on both sides, with its recorded weights and arguments.
///
/// The folder holds the model's `config.json`, `module.json` with the module's path and arguments, and
/// `module.safetensors` with its weights, what it is given and what it gave within the model.
public struct ModuleReproduction: Sendable {
    /// The definition of the family, a path.
    public var definition: String
    /// The package whose family is run.
    public var package: String?
    /// The folder.
    public var folder: String
    /// The Python side.
    public var python: PythonReference
    /// The Swift side, built with modules that can be called by themselves.
    public var tool: String

    public init(
        definition: String, package: String?, folder: String, python: PythonReference, tool: String
    ) {
        self.definition = definition
        self.package = package
        self.folder = folder
        self.python = python
        self.tool = tool
    }

    /// Records the call of the module whose code has a line at fault, with the values that the Python's module has
    /// in the small model.
    ///
    /// - Throws: ``HarnessError`` with the reason where the module cannot be called by itself: it is the model, a
    ///   cache that it is given holds tokens, or an argument is no array, number, string or cache.
    public func record(_ fault: ReducedFault) throws {
        let manager = FileManager.default
        try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let config = folder + "/config.json"
        try? manager.removeItem(atPath: config)
        try manager.copyItem(atPath: fault.files.checkpoint + "/config.json", toPath: config)
        _ = try python.run(
            "module",
            [
                definition, "--model", fault.files.checkpoint, "--inputs", fault.files.inputs,
                "--path", fault.line.path, "--run", fault.line.run, "--call",
                "\(fault.line.call)", "--output", folder,
            ], environment: LineTracing.environment, progress: { _ in })
    }

    /// Calls the module on both sides.
    ///
    /// - Returns: each array that it gives.
    /// - Throws: ``HarnessError`` if a side cannot be run, or gives by itself other than within the Python's model;
    ///   `TraceError`.
    public func run() throws -> [TensorVerification] {
        let scratch = FileManager.default.temporaryDirectory
            .appending(path: "module-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: scratch) }
        let (own, other) = (scratch + "/python.safetensors", scratch + "/swift.safetensors")
        _ = try python.run(
            "call", [definition, folder, "--output", own],
            environment: LineTracing.environment, progress: { _ in })
        let outcome = try Subprocess(
            executable: tool,
            arguments: ["call", "--module", folder, "--output", other]
                + (package.map { ["--package", $0] } ?? []),
            environment: LineTracing.environment, advice: "mlx-port builds it"
        ).run()
        guard outcome.status == 0 else {
            throw HarnessError.failed(
                program: "llm-tool", status: outcome.status, message: outcome.message)
        }
        let recorded = try TensorFile(contentsOf: folder + "/module.safetensors")
        let (reference, candidate) = (
            try TensorFile(contentsOf: own), try TensorFile(contentsOf: other)
        )
        let names = Set(reference.tensors.keys).union(candidate.tensors.keys).sorted()
        for name in reference.tensors.keys.sorted() {
            let again = TensorVerification(name, reference: recorded, candidate: reference)
            guard again.isIdentical else {
                throw HarnessError.badResult(
                    program: "recorder",
                    message: "\(name) is not what the module gives within the model: "
                        + (again.problem ?? ""))
            }
        }
        return names.map {
            TensorVerification($0, reference: reference, candidate: candidate)
        }
    }
}

/// A module that shows a fault when it is called by itself.
public struct ReplayedModule: Sendable {
    /// Where the call is recorded.
    public var folder: String
    /// What it gives, on both sides.
    public var outputs: [TensorVerification]

    public init(folder: String, outputs: [TensorVerification]) {
        self.folder = folder
        self.outputs = outputs
    }
}
