import FileTestSupport
import Foundation
import ModelRuntime
import Testing

@Suite("llm-tool generates from token ids", .enabled(if: hasLlama), .serialized)
struct LLMToolTokensTests {
    /// A checkpoint that the package's converter wrote, 4-bit, without a tokenizer.
    private static let checkpoint = Result {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("llm-tool-tokens-\(UUID().uuidString)")
        let output = try PythonProcess.run("-c", script, folder.path)
        return (folder.appending(path: "4-bit"), try OrderedJSON(parsing: output.utf8, file: ""))
    }

    private static let script = """
        import json, sys
        from pathlib import Path
        from recorder import converting, definition
        family = definition.read("llama")
        print(json.dumps(next(converting.write(family, Path(sys.argv[1]), ("4-bit",)))))
        """

    private func run(_ arguments: String...) throws -> LLMToolProcess {
        try LLMToolProcess(
            ["--model", Self.checkpoint.get().0.path, "--max-tokens", "64"] + arguments)
    }

    private func prompt() throws -> String {
        let ids = try #require(Self.checkpoint.get().1["prompt"]?.array)
        return ids.compactMap { $0.int.map(String.init) }.joined(separator: ",")
    }

    @Test("the ids that the Python generates, as lines and as JSON")
    func greedy() throws {
        let expected = try #require(Self.checkpoint.get().1["greedy"])
        let json = try run("--prompt-ids", prompt(), "--json")
        #expect(try OrderedJSON(parsing: json.output.utf8, file: "")["tokens"] == expected)
        let text = try run("--prompt-ids", prompt())
        #expect("[\(text.output.dropLast())]" == expected.text())
    }

    @Test("and ends at an id that is asked for")
    func endToken() throws {
        let expected = try #require(Self.checkpoint.get().1["greedy"]?.array)
        let end = try #require(expected.first?.int)
        let result = try run("--prompt-ids", prompt(), "--extra-eos-token", "\(end)")
        #expect(result.output == "\(end)\n")
    }

    @Test(
        "refuses what is no id",
        arguments: [
            (["--prompt-ids", "1,x"], "--prompt-ids: \"x\" is no token id"),
            (["--prompt-ids", ""], "--prompt-ids: \"\" is no token id"),
            (["--prompt-ids", "1,-2"], "--prompt-ids: \"-2\" is no token id"),
            (
                ["--prompt-ids", "3,97"],
                "--prompt-ids: 97 is no id of the model, which has 97 tokens"
            ),
            (
                ["--prompt-ids", "1", "--prompt", "x"],
                "--prompt-ids takes the place of --prompt, --system and --prefill-response"
            ),
            (
                ["--prompt-ids", "1", "--stop", "x"],
                "--stop looks for text, and --prompt-ids gives none"
            ),
            (
                ["--prompt-ids", "1", "--extra-eos-token", "x"],
                "--extra-eos-token: with --prompt-ids it is an id"
            ),
        ])
    func refuses(arguments: [String], message: String) throws {
        let result = try LLMToolProcess(
            ["--model", Self.checkpoint.get().0.path] + arguments)
        #expect(result.status == 2)
        #expect(result.log == "llm-tool: \(message)\n")
    }
}
