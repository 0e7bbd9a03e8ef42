import Foundation

/// The Python side: the recorder in `Reference/`, run by the environment in `.venv`.
public struct PythonReference: Sendable {
    /// The interpreter.
    public var interpreter: String
    /// The folder that holds the recorder.
    public var folder: String
    /// A folder that holds the Python packages, in place of the installed ones.
    public var source: String?

    /// The reference of a repository.
    ///
    /// - Parameters:
    ///   - repository: the folder with `.venv` and `Reference`.
    ///   - source: a folder that holds `mlx_vlm` or `mlx_lm`; nil takes the installed packages.
    public init(repository: String, source: String? = nil) {
        interpreter = repository + "/.venv/bin/python"
        folder = repository + "/Reference"
        self.source = source
    }

    /// Runs a command of the recorder.
    ///
    /// - Parameters:
    ///   - accepted: exit statuses that are results, not failures.
    ///   - progress: called with each line that the recorder says.
    /// - Returns: the status, and what the command printed.
    /// - Throws: ``HarnessError`` with the recorder's own message.
    func run(
        _ command: String, _ arguments: [String], accepted: Set<Int32> = [0],
        environment: [String: String] = [:], progress: (String) -> Void
    ) throws -> (status: Int32, output: Data) {
        var all = ["-m", "recorder", command]
        if let source { all += ["--source", source] }
        let outcome = try Subprocess(
            executable: interpreter, arguments: all + arguments,
            environment: environment.merging(["PYTHONPATH": folder]) { _, own in own },
            advice: "run `make setup` first"
        ).run(onErrorLine: progress)
        guard accepted.contains(outcome.status) else {
            throw HarnessError.failed(
                program: "recorder", status: outcome.status, message: outcome.message)
        }
        return (outcome.status, outcome.output)
    }
}

/// Which runs of a family are meant: all that its definition names, or some.
public struct VariantSelection: Sendable, Equatable {
    /// Element types; empty for the definition's.
    public var dtypes: [String]
    /// Batch sizes; empty for the definition's.
    public var batches: [Int]
    /// Scenes; empty for all that the definition has.
    public var scenes: [String]
    /// Whether scenes that the definition calls heavy are left out.
    public var skipsHeavy: Bool

    /// All runs, or those of the given types and sizes.
    public init(
        dtypes: [String] = [], batches: [Int] = [], scenes: [String] = [], skipsHeavy: Bool = false
    ) {
        self.dtypes = dtypes
        self.batches = batches
        self.scenes = scenes
        self.skipsHeavy = skipsHeavy
    }

    var arguments: [String] {
        dtypes.flatMap { ["--dtype", $0] } + batches.flatMap { ["--batch", String($0)] }
            + scenes.flatMap { ["--scene", $0] } + (skipsHeavy ? ["--skip-heavy"] : [])
    }
}

/// One recorded run: where its files are.
public struct RecordedVariant: Sendable, Equatable, Codable {
    /// The element type of the weights.
    public var dtype: String
    /// The batch size.
    public var batch: Int
    /// What the run is of, where the family has several.
    public var scene: String?
    /// The checkpoint directory.
    public var checkpoint: String
    /// The trace.
    public var trace: String
    /// `input_ids`, `decode_ids` and the other inputs.
    public var inputs: String
    /// `prefill_logits`, `decode_logits` and `full_logits`.
    public var outputs: String
    /// The number of records in the trace.
    public var records: Int
    /// Calls inside `mx.compile`, whose values Python does not show.
    public var unrecorded: Int

    /// The run in words.
    public var title: String {
        "\(dtype) batch \(batch)" + (scene.map { ", \($0)" } ?? "")
    }

    /// This run alone.
    var selection: VariantSelection {
        VariantSelection(dtypes: [dtype], batches: [batch], scenes: scene.map { [$0] } ?? [])
    }
}

/// How a checkpoint directory names and splits its tensors.
public struct CheckpointLayout: Sendable, Equatable {
    /// Whose names the tensors have.
    public enum Names: String, Sendable, CaseIterable {
        /// The package's own, `language_model.model.…`.
        case mlx
        /// Those on the Hub, `model.…`.
        case huggingface
    }

    /// Whose names the tensors have; those that the definition says if nil.
    public var names: Names?
    /// In how many files they lie.
    public var shards: Int

    /// One file with the names that the definition says, or another layout.
    public init(names: Names? = nil, shards: Int = 1) {
        self.names = names
        self.shards = shards
    }
}
