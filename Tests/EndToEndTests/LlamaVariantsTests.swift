import Foundation
import Harness
import Testing

/// Llama checkpoints of every shape that its source tells apart, written by the Python, run by
/// `llm-tool` and compared with the Python's logits bit for bit.
@Suite("A Llama checkpoint of any shape gives the Python's logits")
struct LlamaVariantsTests {
    struct Variant: CustomTestStringConvertible, Sendable {
        let name: String
        /// Entries of the reference configuration; they replace the definition's.
        let changes: [String]
        let layout: CheckpointLayout

        var testDescription: String { name }

        init(
            _ name: String, _ changes: [String], _ names: CheckpointLayout.Names = .mlx,
            shards: Int = 1
        ) {
            self.name = name
            self.changes = changes
            layout = CheckpointLayout(names: names, shards: shards)
        }
    }

    static let variants = [
        Variant(
            "tied head, Hugging Face names, three shards", ["tie_word_embeddings: true"],
            .huggingface, shards: 3),
        Variant(
            "no rope scaling, biases",
            ["rope_scaling: null", "attention_bias: true", "mlp_bias: true"]),
        Variant(
            "linear scaling, head size from the hidden size",
            ["rope_scaling: {type: linear, factor: 4}", "head_dim: null"], .huggingface),
        Variant(
            "default scaling, one key-value head for all",
            ["rope_scaling: {rope_type: default}", "num_key_value_heads: 1"]),
        Variant(
            "yarn, neighbours rotated together",
            [
                "rope_scaling: {rope_type: yarn, factor: 4.0, original_max_position_embeddings: 32}",
                "rope_traditional: true",
            ]),
        Variant(
            "longrope past its original length",
            [
                "rope_scaling: {rope_type: longrope, original_max_position_embeddings: 16, "
                    + "short_factor: [1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2, 2.1], "
                    + "long_factor: [2, 2.1, 2.2, 2.3, 2.4, 2.5, 2.6, 2.7, 2.8, 2.9, 3, 3.1]}"
            ]),
        Variant(
            "full attention everywhere, all heads their own",
            ["layer_types: null", "sliding_window: null", "num_key_value_heads: null"]),
        Variant("a window of three", ["sliding_window: 3"], .huggingface, shards: 2),
    ]

    @Test("in float32 and bfloat16, for two prompts at once", arguments: variants)
    func equalsPython(_ variant: Variant) throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "llama-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let definition = folder.appending(path: "llama.yml")
        try changed(variant.changes).write(to: definition, atomically: true, encoding: .utf8)

        let result = try verifyFamily(
            VerificationRequest(
                family: definition.path, selection: VariantSelection(batches: [2]),
                python: PythonReference(repository: repository.path), tool: tool.path,
                folder: folder.appending(path: "work").path, layout: variant.layout))

        #expect(result.variants.count == 2)
        for run in result.variants {
            #expect(run.logits.count == 3)
            for tensor in run.logits {
                #expect(tensor.isIdentical, "\(tensor.name): \(tensor.problem ?? "")")
            }
            #expect(run.counts.differs == 0)
            #expect(run.counts.compared > 300)
        }
    }

    /// Llama's own definition with other entries in its reference configuration: of two entries of
    /// one name YAML's last one counts.
    private func changed(_ changes: [String]) throws -> String {
        let file = repository.appending(path: "Generator/Families/llama.yml")
        let end = "  prompt_length:"
        let definition = try String(contentsOf: file, encoding: .utf8)
        try #require(definition.contains(end))
        return definition.replacing(end, with: changes.map { "    \($0)\n" }.joined() + end)
    }

    private var repository: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
    }

    /// The `llm-tool` of the same build.
    private var tool: URL {
        Bundle.main.executableURL!.resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "llm-tool")
    }
}
