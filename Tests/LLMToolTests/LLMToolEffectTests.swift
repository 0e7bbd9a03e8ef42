import FileTestSupport
import Foundation
import ModelRuntime
import Synchronization
import Testing

@Suite("Every flag of every command has an effect", .enabled(if: hasLlama), .serialized)
struct LLMToolEffectTests {
    @Test("none is without an entry in the table")
    func complete() throws {
        let output = try LLMToolProcess("--experimental-dump-help").output
        let json = try OrderedJSON(parsing: output.utf8, file: "help")
        for command in json["command"]?["subcommands"]?.array ?? [] {
            guard let name = command["commandName"]?.string, name != "help",
                command["shouldDisplay"] != false
            else { continue }
            for argument in command["arguments"]?.array ?? []
            where argument["shouldDisplay"] == true && argument["kind"] != "positional" {
                let names = (argument["names"]?.array ?? []).compactMap { name in
                    name["name"]?.string.map { (name["kind"] == "long" ? "--" : "-") + $0 }
                }
                if names.contains("--help") || names.contains("--version") { continue }
                let isListed = names.contains { EffectTable.effect(of: $0, in: name) != nil }
                #expect(isListed, "\(name) \(names) is in no row of EffectTable")
            }
        }
    }

    @Test("a run with the flag differs from the run without")
    func effects() throws {
        let files = try EffectFiles()
        let rows = EffectTable.rows
        let failures = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: rows.count) { number in
            let row = rows[number]
            do {
                let without = try files.outcome(row, with: false)
                let with = try files.outcome(row, with: true)
                let name = "\(row.command) \(row.effect.flag.joined(separator: " "))"
                if without == with {
                    failures.withLock { $0.append("\(name) changes nothing: \(with.summary)") }
                }
                // Without the flag all is well, but where it has to be given.
                if without.status != 0, !row.effect.isNeeded {
                    failures.withLock { $0.append("\(name), without it: \(without.summary)") }
                }
            } catch {
                failures.withLock { $0.append("\(row): \(error)") }
            }
        }
        let found = failures.withLock { $0 }
        #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
    }
}

/// The checkpoints and files that the runs read, and what a run gives.
private struct EffectFiles {
    private let folder: TemporaryFolder
    private let environment = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: ".venv").path

    /// A checkpoint with a tokenizer and a template that shows tools and a variable, an adapter, the same
    /// checkpoint under a name that mlx-lm does not read, a packed one, one of a family that leaves making
    /// caches to the package, a prompt cache, inputs.
    private static let writing = """
        import json, shutil, sys
        from pathlib import Path
        import mlx.core as mx
        from recorder import checkpoint, converting, definition, packages
        root = Path(sys.argv[1])
        python = packages.of_definition(definition.read("mlx-lm/llama"))
        demo = root / "demo"
        # The last two tokens become the marks of reasoning.
        tokenizer = json.loads((demo / "tokenizer.json").read_text())
        model, marks = tokenizer["model"], ("<think>", "</think>")
        last = sorted(model["vocab"], key=model["vocab"].get)[-2:]
        model["merges"] = [m for m in model["merges"] if "".join(m).replace(" ", "") not in last]
        for mark, token in zip(marks, last):
            tokenizer["added_tokens"].append({
                "id": model["vocab"].pop(token), "content": mark, "single_word": False,
                "lstrip": False, "rstrip": False, "normalized": False, "special": True})
        (demo / "tokenizer.json").write_text(json.dumps(tokenizer))
        converting.Kind(python, demo, root / "adapter")._train(demo, 7)
        shutil.copytree(demo, root / "renamed")
        (root / "renamed/model.safetensors.index.json").unlink()
        (root / "renamed/model.safetensors").rename(root / "renamed/weights.safetensors")
        converting.Kind(python, demo, root / "packed")._convert(quantize=True, q_group_size=32)
        for name in ("tokenizer.json", "tokenizer_config.json", "chat_template.jinja"):
            shutil.copy(demo / name, root / "packed")
        sizes = {"hidden_size": 64, "num_hidden_layers": 2, "intermediate_size": 64, "vocab_size": 416,
            "num_attention_heads": 2, "num_key_value_heads": 2, "rms_norm_eps": 1e-5}
        checkpoint.write(root / "uniform", python, {"model_type": "qwen2"} | sizes, "float32", 7)
        for name in ("tokenizer.json", "tokenizer_config.json", "chat_template.jinja"):
            shutil.copy(demo / name, root / "uniform")
        mx.save_safetensors(str(root / "inputs.safetensors"),
            {"input_ids": mx.array([[5, 6, 7]]), "decode_ids": mx.array([[8, 9]])})
        mx.save_safetensors(str(root / "others.safetensors"), {"input_ids": mx.array([[5, 6, 8]])})
        """

    init() throws {
        folder = try TemporaryFolder()
        _ = try PythonProcess.run(
            "-m", "recorder", "demo", "--package", "mlx-lm", "--output",
            folder.url.appending(path: "demo").path, "--vocabulary", "416")
        try folder.write(
            "demo/chat_template.jinja",
            """
            {%- for tool in tools or [] %}<tool_call>{{ tool_call.name if tool_call }}{{ tool | tojson }}{% endfor %}
            {%- for message in messages %}[{{ message.role }}] {{ message.content }}{% endfor %}
            {{- style or '' }}{{ '<think>' if thinks }}
            """)
        try folder.write("tools.json", #"[{"type": "function", "function": {"name": "add"}}]"#)
        try folder.write("texts.txt", "Another text.\n")
        try folder.write("history.json", #"{"messages": [{"role": "user", "content": "Hi"}]}"#)
        _ = try PythonProcess.run("-c", Self.writing, folder.url.path)
        for (name, prompt) in [("cache", "Hello there"), ("other", "Good bye, all")] {
            let cache = try LLMToolProcess(
                "cache-prompt", "--package", "mlx-lm", "--model",
                folder.url.appending(path: "demo").path, "--prompt", prompt,
                "--prompt-cache-file", folder.url.appending(path: "\(name).safetensors").path)
            try #require(cache.status == 0, "\(cache.log)")
        }
    }

    struct Outcome: Equatable {
        let status: Int32
        let output: String
        let log: String
        /// What was written, by name.
        let files: [String: Data]

        var summary: String { "\(status) \(output.prefix(80)) \(log.prefix(200))" }
    }

    func outcome(_ row: EffectTable.Row, with flag: Bool) throws -> Outcome {
        let output = folder.url.appending(path: UUID().uuidString)
        let arguments =
            [row.command] + without(row.effect.leftOut, EffectTable.base[row.command]!)
            + row.effect.beside + (flag ? row.effect.flag : [])
        let run = try LLMToolProcess(
            arguments.map {
                $0.replacing("DIR", with: folder.url.path).replacing("OUT", with: output.path)
                    .replacing("BERT", with: environment + "/all-MiniLM-L6-v2")
                    .replacing("PYTHON", with: environment + "/bin/python")
            }, input: row.command == "chat" ? "Hello\nAnd more?\n" : "")
        return Outcome(
            status: run.status,
            output: plain(run.output, output, keepsMemory: row.effect.seesMemory),
            log: plain(run.log, output), files: try written(output))
    }

    /// The arguments without an option and its value.
    private func without(_ option: String?, _ arguments: [String]) -> [String] {
        guard let option, let index = arguments.firstIndex(of: option) else { return arguments }
        return Array(arguments[..<index] + arguments[(index + 2)...])
    }

    /// Text without times, which are fractions, and the names of folders; the memory of a measurement is
    /// told by the hundred kilobytes.
    private func plain(_ text: String, _ output: URL, keepsMemory: Bool = false) -> String {
        let memory = text.firstMatch(of: /peak_memory":([0-9.]+)/).flatMap { Double($0.1) }
        let rounded = keepsMemory ? memory.map { " \(Int($0 * 1e4))" } ?? "" : ""
        return text.replacing(output.path, with: "OUT")
            .replacing(/[0-9]+\.[0-9]+(e-?[0-9]+)?/, with: "#") + rounded
    }

    private func written(_ url: URL) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for suffix in ["", ".safetensors", ".jsonl", ".values.safetensors"] {
            files[suffix] = try? Data(contentsOf: URL(filePath: url.path + suffix))
        }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
        for name in names { files[name] = try Data(contentsOf: url.appending(path: name)) }
        return files
    }
}
