import Foundation
import ModelRuntime
import Testing

/// Whether the program has been built with the llama family.
let hasLlama =
    (try? LLMToolProcess("list", "--package", "mlx-vlm"))?.output
    .split(separator: "\n").contains { $0.hasPrefix("llama\t") } ?? false

@Suite("llm-tool runs a model", .enabled(if: hasLlama))
struct LLMToolModelTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("llm-tool-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let configuration = """
            {"model_type": "llama", "hidden_size": 16, "num_hidden_layers": 1, "vocab_size": 32,
             "intermediate_size": 32, "num_attention_heads": 2, "rms_norm_eps": 1e-5}
            """
        try Data(configuration.utf8).write(to: folder.appendingPathComponent("config.json"))
    }

    @Test func theCompletedConfigurationIsListedWithoutWeights() throws {
        let run = try LLMToolProcess("--model", folder.path, "--list-config")
        #expect(run.status == 0)
        let json = try OrderedJSON(parsing: run.output.utf8, file: "output")
        #expect(json["hidden_size"] == 16)
        #expect(json["text_config"] == [:])
    }

    @Test func inspectShowsModulesAndParameters() throws {
        let run = try LLMToolProcess("inspect", "--model", folder.path, "--seeded-weights", "7")
        #expect(run.status == 0)
        #expect(run.output.contains("model type: llama (mlx-vlm)"))
        #expect(run.output.contains("embed_tokens: Embedding"))
        #expect(run.output.contains("weight [32, 16] float32"))
    }

    @Test func aFolderWithoutWeightsOrTokenizerSaysSo() throws {
        let weights = try LLMToolProcess("--model", folder.path, "--prompt", "x")
        #expect(weights.status == 2)
        #expect(weights.log.contains("there are no weights (*.safetensors)"))
        let tokenizer = try LLMToolProcess(
            "--model", folder.path, "--prompt", "x", "--seeded-weights", "7")
        #expect(tokenizer.status == 2)
        #expect(tokenizer.log.contains("tokenizer.json is missing"))
    }
}
