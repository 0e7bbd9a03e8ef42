import FileTestSupport
import Foundation
import ModelRuntime
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
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.copyItem(
            at: Self.checkpoint.get().appending(path: name), to: folder)
        try data.write(to: folder.appending(path: file))
        return folder
    }

    @Test("a change anywhere in any file is one error, or none", .timeLimit(.minutes(3)))
    func mutations() throws {
        let root = try Self.checkpoint.get()
        let shard = try FileManager.default.contentsOfDirectory(
            atPath: root.appending(path: "sharded").path
        ).first { $0.hasPrefix("model-00002-of-") }
        let files = [
            ("4-bit", "config.json"), ("4-bit", "model.safetensors"),
            ("sharded", "model.safetensors.index.json"),
            ("sharded", try #require(shard)),
            ("adapter-4-bit", "adapter_config.json"), ("adapter-4-bit", "adapters.safetensors"),
        ]
        #expect(try run(root.appending(path: "sharded")).status == 0)
        var random = SeededGenerator(seed: 6)
        for round in 0..<12 {
            for (kind, file) in files {
                let original = try Data(
                    contentsOf: root.appending(path: kind).appending(path: file))
                let changed = mutated(original, using: &random)
                let folder = try copy(kind, replacing: file, with: changed)
                defer { try? FileManager.default.removeItem(at: folder) }
                let isAdapter = kind.hasPrefix("adapter")
                let model = isAdapter ? root.appending(path: "4-bit") : folder
                let result =
                    isAdapter ? try run(model, "--adapter-path", folder.path) : try run(model)
                expectOneError(result, "\(file), change \(round)")
            }
        }
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
