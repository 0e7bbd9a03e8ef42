import FileTestSupport
import Foundation
import ModelRuntime
import Synchronization
import Testing

@Suite("llm-tool and checkpoints that lie", .enabled(if: hasLlama), .serialized)
struct LLMToolHostileTests {
    /// A quantised checkpoint in shards, an adapter and the files beside them, as the package writes
    /// them.
    private static let checkpoint = Result {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "llm-tool-hostile-\(UUID().uuidString)")
        _ = try PythonProcess.run("-c", script, folder.path)
        return folder
    }

    private static let script = """
        import sys
        from pathlib import Path
        from recorder import converting, definition
        kinds = ("4-bit", "sharded", "adapter-4-bit")
        for answer in converting.write(definition.read("llama"), Path(sys.argv[1]), kinds):
            assert "refused" not in answer, answer
        """

    /// The program with 2 GB of address space: what a file claims must not be allocated.
    private func run(_ model: URL, _ arguments: String...) throws -> LLMToolProcess {
        let command = [
            "generate", "--model", model.path, "--package", "mlx-vlm", "--prompt-ids", "1,2,3",
            "--max-tokens", "2",
        ]
        return try LLMToolProcess(limitingMemoryTo: 2 << 30, command + arguments)
    }

    private func expectOneError(
        _ run: LLMToolProcess, _ change: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(
            [0, 2, 3].contains(run.status), "\(change): status \(run.status), \(run.log)",
            sourceLocation: sourceLocation)
        guard run.status != 0 else { return }
        #expect(run.log.hasPrefix("llm-tool: "), "\(change): \(run.log)")
        #expect(run.output.isEmpty, "\(change)")
    }

    /// A copy of a checkpoint in which one file is another one.
    private func copy(_ name: String, replacing file: String, with data: Data) throws -> URL {
        let (source, folder) = try (
            Self.checkpoint.get().appending(path: name),
            FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        )
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for other in try FileManager.default.contentsOfDirectory(atPath: source.path)
        where other != file {
            try FileManager.default.linkItem(
                at: source.appending(path: other), to: folder.appending(path: other))
        }
        try data.write(to: folder.appending(path: file))
        return folder
    }

    /// What is wrong with how a run ended, nil if it ran or ended with one clear error.
    private func problem(_ run: LLMToolProcess, file: String, folder: URL) -> String? {
        switch run.status {
        case 0: return nil
        case 2, 3:
            guard run.log.hasPrefix("llm-tool: "), run.output.isEmpty,
                run.log.components(separatedBy: "llm-tool: ").count == 2
            else { return "not one error: \(run.log)" }
            // What no longer fits together is told of the folder.
            return run.log.contains(file) || run.log.contains(folder.lastPathComponent)
                ? nil : "does not name the file: \(run.log)"
        default: return "status \(run.status): \(run.log.suffix(300))"
        }
    }

    @Test("1,000 changes anywhere in any file: each is one error that names it, or none")
    func mutations() throws {
        let root = try Self.checkpoint.get()
        let shard = try #require(
            FileManager.default.contentsOfDirectory(
                atPath: root.appending(path: "sharded").path
            ).first { $0.hasPrefix("model-00002-of-") })
        let files = [
            ("4-bit", "config.json"), ("4-bit", "model.safetensors"),
            ("sharded", "model.safetensors.index.json"), ("sharded", shard),
            ("adapter-4-bit", "adapter_config.json"), ("adapter-4-bit", "adapters.safetensors"),
        ]
        #expect(try run(root.appending(path: "sharded")).status == 0)
        let outcomes = Mutex<[Int32: Int]>([:])
        let problems = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 1000) { number in
            let (kind, file) = files[number % files.count]
            var random = SeededGenerator(seed: UInt64(number))
            do {
                let original = try Data(
                    contentsOf: root.appending(path: kind).appending(path: file))
                let folder = try copy(
                    kind, replacing: file, with: mutated(original, using: &random))
                defer { try? FileManager.default.removeItem(at: folder) }
                let result =
                    kind.hasPrefix("adapter")
                    ? try run(root.appending(path: "4-bit"), "--adapter-path", folder.path)
                    : try run(folder)
                outcomes.withLock { $0[result.status, default: 0] += 1 }
                if let problem = problem(result, file: file, folder: folder) {
                    problems.withLock { $0.append("\(file), change \(number): \(problem)") }
                }
            } catch {
                problems.withLock { $0.append("\(file), change \(number): \(error)") }
            }
        }
        let found = problems.withLock { $0 }
        #expect(found.isEmpty, "\(found.count) of 1000:\n\(found.joined(separator: "\n"))")
        // Most changes are seen; the others are in values of tensors.
        #expect(outcomes.withLock { $0[2, default: 0] } > 300, "\(outcomes.withLock { $0 })")
    }

    private static let lies = [
        #""vocab_size": 1000000000000"#, #""hidden_size": 9223372036854775807"#,
        #""hidden_size": -64"#, #""hidden_size": 0"#, #""num_hidden_layers": 1000000000"#,
        #""num_attention_heads": 0"#, #""num_key_value_heads": 3"#, #""head_dim": 1.5"#,
        #""intermediate_size": 4611686018427387904"#, #""rms_norm_eps": "small""#,
        #""rope_theta": {}"#, #""quantization": {"group_size": 0, "bits": 4}"#,
        #""quantization": {"group_size": 64, "bits": 99}"#, #""quantization": []"#,
        #""model_type": "no such thing""#, #""rope_scaling": {"rope_type": "x"}"#,
    ]

    @Test("a number or a type that cannot be is one error", arguments: lies)
    func configuration(lie: String) throws {
        let url = try Self.checkpoint.get().appending(path: "4-bit/config.json")
        let json = try String(contentsOf: url, encoding: .utf8)
        // The last of two equal keys counts.
        let end = try #require(json.lastIndex(of: "}"))
        let folder = try copy(
            "4-bit", replacing: "config.json", with: Data((json[..<end] + ",\(lie)}").utf8))
        defer { try? FileManager.default.removeItem(at: folder) }
        let result = try run(folder)
        expectOneError(result, lie)
        #expect(result.status != 0, "\(lie)")
    }

    @Test("documents without end, and paths that lead out of the folder")
    func documents() throws {
        let deep = String(repeating: "[", count: 1_000_000)
        let escapes = [
            "../secret.safetensors", "/etc/passwd", "a/../../b.safetensors", "", "model\\u0000",
        ].map { #"{"weight_map": {"x": "\#($0)"}}"# }
        let index = "model.safetensors.index.json"
        for (file, text) in [("config.json", deep), (index, deep)] + escapes.map({ (index, $0) }) {
            let folder = try copy("sharded", replacing: file, with: Data(text.utf8))
            defer { try? FileManager.default.removeItem(at: folder) }
            let result = try run(folder)
            expectOneError(result, "\(file): \(text.prefix(60))")
            #expect(result.status == 2)
            #expect(result.log.contains(file))
        }
    }
}
