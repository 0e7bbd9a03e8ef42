import Foundation
import ModelRuntime
import Testing
import TraceDiff

@Suite("llm-tool calls a module by itself", .enabled(if: hasLlama))
struct LLMToolCallTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("llm-tool-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let configuration = """
            {"model_type": "llama", "hidden_size": 16, "num_hidden_layers": 1, "vocab_size": 32,
             "intermediate_size": 32, "num_attention_heads": 2, "rms_norm_eps": 1e-5}
            """
        try Data(configuration.utf8).write(to: folder.appending(path: "config.json"))
    }

    private func call(_ description: String) throws -> LLMToolProcess {
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(description.utf8).write(to: folder.appending(path: "module.json"))
        try TensorFile.write([], to: folder.appending(path: "module.safetensors").path)
        return try LLMToolProcess(
            "call", "--module", folder.path, "--output",
            folder.appending(path: "out.safetensors").path)
    }

    @Test("which takes a tool that was built for it")
    func ordinaryTool() throws {
        let run = try call(
            #"{"path": "language_model.model.layers.0.mlp", "arguments": {"x": {"kind": "array"}}}"#
        )
        #expect(run.status == 3)
        #expect(run.log.contains("language_model.model.layers.0.mlp: a "))
        #expect(run.log.contains("cannot be called by itself here"))
    }

    @Test(
        "and refuses what is no recorded call",
        arguments: [
            ("{", "module.json is "), ("{}", "\"path\" and \"arguments\" are needed"),
            (#"{"path": "nothing", "arguments": {}}"#, "no module \"nothing\""),
        ])
    func refusals(description: String, message: String) throws {
        let run = try call(description)
        #expect(run.status == 2)
        #expect(run.log.contains(message), "\(run.log)")
    }
}
