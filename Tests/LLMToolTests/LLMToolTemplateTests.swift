import FileTestSupport
import Foundation
import ModelRuntime
import Testing

@Suite("Tools, reasoning and variables of chat templates", .enabled(if: hasLlama), .serialized)
struct LLMToolTemplateTests {
    /// A checkpoint whose template shows tools, takes a variable and may begin reasoning.
    private static let demo = Result {
        let folder = try TemporaryFolder()
        _ = try PythonProcess.run(
            "-m", "recorder", "demo", "--package", "mlx-lm", "--output", folder.url.path,
            "--vocabulary", "416")
        let template = """
            {%- for tool in tools or [] %}<tool_call>{{ tool_call.name if tool_call }}{{ tool | tojson }}{% endfor %}
            {%- for message in messages %}[{{ message.role }}] {{ message.content }}{% endfor %}
            {{- style or '' }}
            """
        try folder.write("chat_template.jinja", template)
        return folder
    }

    private func generate(_ arguments: String...) throws -> LLMToolProcess {
        try LLMToolProcess(
            [
                "--model", Self.demo.get().url.path, "--package", "mlx-lm", "--prompt", "Hello",
                "--max-tokens", "20",
            ] + arguments)
    }

    private func json(_ run: LLMToolProcess) throws -> OrderedJSON {
        #expect(run.status == 0, "\(run.log)")
        return try OrderedJSON(parsing: run.output.utf8, file: "output")
    }

    @Test func variablesReachTheTemplate() throws {
        let plain = try json(generate("--json"))["prompt_tokens"]?.int ?? 0
        let styled = try json(
            generate("--json", "--chat-template-config", #"{"style": "in rhymes, please"}"#))
        #expect((styled["prompt_tokens"]?.int ?? 0) > plain)
        let bad = try generate("--chat-template-config", "{")
        #expect(bad.status == 2)
        #expect(bad.log.contains("--chat-template-config is not valid JSON"), "\(bad.log)")
    }

    @Test func toolsReachTheTemplateAndTheResultHasCalls() throws {
        let file = try Self.demo.get().write(
            "tools.json", #"[{"type": "function", "function": {"name": "add"}}]"#)
        let plain = try json(generate("--json"))
        let result = try json(generate("--json", "--tools", file.path))
        #expect((result["prompt_tokens"]?.int ?? 0) > (plain["prompt_tokens"]?.int ?? 0))
        #expect(result["tool_calls"] == [])
        #expect(result["reasoning"] == "")
        #expect(plain["tool_calls"] == nil)
        let bad = try Self.demo.get().write("bad.json", #"[{"name": "add"}]"#)
        let run = try generate("--tools", bad.path)
        #expect(run.status == 2)
        #expect(run.log.contains("tool 0 has no \"function\" with a \"name\""))
    }

    @Test func reasoningIsLeftOut() throws {
        let shown = try json(generate("--json"))["text"]?.string ?? ""
        let result = try json(generate("--json", "--hide-reasoning"))
        // This vocabulary has no marks of reasoning: everything is the answer.
        #expect(result["text"]?.string == shown)
        #expect(result["reasoning"] == nil)
        #expect(result["tool_calls"] == [])
    }

    @Test func memoryIsPrintedWhereAskedFor() throws {
        let run = try generate("--memory-stats", "--quiet")
        #expect(run.log.contains("Active memory: 0.00"))
        #expect(run.log.contains("Cached memory: "))
        #expect(try generate("--quiet").log.isEmpty)
    }
}
