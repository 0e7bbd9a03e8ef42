import Foundation
import ModelRuntime
import Testing
import TraceDiff

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

    @Test func aTraceHasParametersFirstAndValuesBesideItByTheirHashes() throws {
        let ids: [Int32] = [1, 2, 3]
        try TensorFile.write(
            [
                TensorFile.Content(
                    name: "input_ids", type: .int32, shape: [1, 3],
                    bytes: ids.withUnsafeBytes { Data($0) })
            ], to: folder.path + "/in.safetensors")
        let path = folder.path + "/out.jsonl"
        let run = try LLMToolProcess(
            "forward", "--model", folder.path, "--seeded-weights", "7", "--inputs",
            folder.path + "/in.safetensors", "--output", folder.path + "/out.safetensors",
            "--trace", path, "--values", "--json")
        #expect(run.status == 0, "\(run.log)")
        #expect(
            run.output
                == #"{"outputs":{"prefill_logits":{"shape":[1,3,32],"dtype":"float32"}}}"# + "\n")
        let trace = try Trace(contentsOf: path)
        let weights = trace.records.prefix { $0.kind == .weight }
        #expect(weights.count == trace.records.count { $0.kind == .weight } && weights.count > 5)
        let values = try TensorFile(contentsOf: Trace.valuesPath(besideTrace: path))
        for record in trace.records {
            let elements = try #require(values.values(of: record))
            #expect(elements.count == record.elementCount, "\(record.path)")
        }
    }

    @Test func theWeightsOfACheckpointAreShownThoughTheyDoNotFit() throws {
        let bytes = [Float](repeating: 1, count: 32 * 16).withUnsafeBytes { Data($0) }
        try TensorFile.write(
            [
                TensorFile.Content(
                    name: "language_model.model.embed_tokens.weights", type: .float32,
                    shape: [32, 16], bytes: bytes)
            ], format: "mlx", to: folder.path + "/model.safetensors")
        let run = try LLMToolProcess("inspect", "--model", folder.path, "--weights")
        #expect(run.status == 0, "\(run.log)")
        let trace = try Trace(Data(run.output.utf8), file: "output")
        let stored = trace.records.filter { $0.run == TraceRecord.checkpointRun }
        #expect(stored.map(\.path) == ["language_model.model.embed_tokens.weights"])
        let model = trace.records.filter { $0.run == TraceRecord.parametersRun }
        let embedding = model.first { $0.path == "language_model.model.embed_tokens.weight" }
        #expect(embedding?.shape == [32, 16])
        let given = trace.records.filter { $0.run == TraceRecord.weightsRun }
        #expect(given.map(\.hash) == stored.map(\.hash))
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
