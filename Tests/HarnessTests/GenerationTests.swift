import Foundation
import Harness
import Testing

@Suite("The demo checkpoint")
struct GenerationTests {
    @Test(
        "has what loaders want, and generates as many greedy ids as asked for, the same each time",
        arguments: ["mlx-vlm", "mlx-lm"])
    func demo(package: String) throws {
        let folder = try TemporaryFolder()
        let model = folder.path + "/demo"
        try writeDemoCheckpoint(to: model, package: package, using: Repository.python)
        let files = try FileManager.default.contentsOfDirectory(atPath: model)
        #expect(
            Set(files) == [
                "config.json", "model.safetensors", "model.safetensors.index.json",
                "tokenizer.json", "tokenizer_config.json", "chat_template.jinja",
                "generation_config.json",
            ])

        func generate(_ count: Int) throws -> ReferenceGeneration {
            try generateReference(
                model: model, prompt: "--Héllo \"you\"", maxTokens: count, package: package,
                using: Repository.python)
        }
        let long = try generate(20)
        #expect(long.ids.count == 20 && long.finishReason == "length")
        #expect(long.prompt == "<|begin|>[user] --Héllo \"you\"<|end|>\n[assistant] ")
        #expect(long.promptIds.first == 0 && !long.promptIds.dropFirst().contains(0))
        #expect(try generate(5).ids == Array(long.ids.prefix(5)))
    }

    @Test("that is not there gives one message")
    func absent() {
        #expect(
            throws: HarnessError.failed(
                program: "recorder", status: 2, message: "/no/such: no config.json in it")
        ) {
            try generateReference(model: "/no/such", prompt: "x", using: Repository.python)
        }
    }
}
