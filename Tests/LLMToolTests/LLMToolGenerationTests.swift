import FileTestSupport
import Foundation
import ModelRuntime
import Testing

@Suite("llm-tool generates what mlx-vlm generates", .enabled(if: hasLlama), .serialized)
struct LLMToolGenerationTests {
    /// A checkpoint that the packages' own save path wrote, with a trained tokenizer.
    private static let demo = Result {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("llm-tool-demo-\(UUID().uuidString)")
        _ = try PythonProcess.run(
            "-m", "recorder", "demo", "--output", folder.path, "--vocabulary", "416")
        return folder
    }

    private static let prompt = "The quick fox, naïve 日本 🙂"

    private func generate(_ arguments: String...) throws -> LLMToolProcess {
        try LLMToolProcess(["--model", Self.demo.get().path, "--prompt", Self.prompt] + arguments)
    }

    private func json(_ text: String) throws -> OrderedJSON {
        try OrderedJSON(parsing: text.utf8, file: "output")
    }

    @Test("greedy token ids", arguments: [[], ["--ignore-chat-template"]])
    func greedy(options: [String]) throws {
        let expected = try json(
            PythonProcess.run(
                "-c", Self.reference, Self.demo.get().path, Self.prompt,
                options.isEmpty ? "chat" : "plain", "0"))
        let run = try LLMToolProcess(
            [
                "--model", Self.demo.get().path, "--prompt", Self.prompt, "--max-tokens", "100",
                "--json",
            ]
                + options)
        #expect(run.status == 0)
        let result = try json(run.output)
        #expect(result["tokens"] == expected["tokens"])
        #expect(result["prompt_tokens"] == expected["prompt_tokens"])
    }

    @Test func sampledTokenIds() throws {
        let expected = try json(
            PythonProcess.run(
                "-c", Self.reference, Self.demo.get().path, Self.prompt, "chat", "0.8"))
        let run = try generate(
            "--max-tokens", "100", "--json", "--seed", "7", "--temperature", "0.8", "--top-p", "0.9"
        )
        #expect(try json(run.output)["tokens"] == expected["tokens"])
    }

    /// Flags beside mlx-vlm's keywords for the same.
    private static let choices: [(flags: [String], keywords: String)] = [
        (["--repetition-penalty", "1.4"], #"{"repetition_penalty": 1.4}"#),
        (
            ["--presence-penalty", "0.7", "--presence-context-size", "6"],
            #"{"presence_penalty": 0.7, "presence_context_size": 6}"#
        ),
        (["--frequency-penalty", "0.3"], #"{"frequency_penalty": 0.3}"#),
        (["--top-p", "1", "--min-p", "0.2"], #"{"top_p": 1.0, "min_p": 0.2}"#),
        (["--top-k", "5", "--logit-bias", "70=3.5"], #"{"top_k": 5, "logit_bias": {"70": 3.5}}"#),
        (
            ["--kv-bits", "8", "--kv-group-size", "32", "--quantized-kv-start", "20"],
            #"{"kv_bits": 8, "kv_group_size": 32, "quantized_kv_start": 20}"#
        ),
        (
            ["--kv-bits", "4", "--kv-group-size", "32", "--quantized-kv-start", "0"],
            #"{"kv_bits": 4, "kv_group_size": 32, "quantized_kv_start": 0}"#
        ),
        (["--prefill-step-size", "7"], #"{"prefill_step_size": 7}"#),
    ]

    @Test("penalties, filters and caches as the package takes them", arguments: choices.indices)
    func options(index: Int) throws {
        let (flags, keywords) = Self.choices[index]
        let expected = try json(
            PythonProcess.run(
                "-c", Self.reference, Self.demo.get().path, Self.prompt, "chat", "0.8", keywords))
        let run = try LLMToolProcess(
            [
                "--model", Self.demo.get().path, "--prompt", Self.prompt, "--max-tokens", "100",
                "--json", "--seed", "7", "--temperature", "0.8",
            ] + (flags.contains("--top-p") ? [] : ["--top-p", "0.9"]) + flags)
        #expect(run.status == 0, "\(run.log)")
        let tokens = try json(run.output)["tokens"]
        #expect(tokens == expected["tokens"])
        let plain = try json(
            generate(
                "--max-tokens", "100", "--json", "--seed", "7", "--temperature", "0.8", "--top-p",
                "0.9"
            ).output)["tokens"]
        // The size of the parts changes nothing but memory; every other option does.
        #expect((tokens == plain) == (flags[0] == "--prefill-step-size"))
    }

    @Test func anExtraTokenEndsTheText() throws {
        let tokens = try #require(
            json(generate("--max-tokens", "30", "--json").output)["tokens"]?.array)
        let third = try #require(tokens[2].int)
        let run = try generate("--max-tokens", "30", "--json", "--extra-eos-token", "\(third)")
        let result = try json(run.output)
        #expect(result["finish_reason"] == "stop")
        let end = tokens.firstIndex(of: .int(third))!
        #expect(result["tokens"] == .array(Array(tokens[...end])))
        let unknown = try generate("--extra-eos-token", "<no such token>")
        #expect(unknown.status == 2)
        #expect(unknown.log.contains("extra-eos-token: <no such token> is not a token"))
    }

    @Test func textIsStreamedAndStatisticsAreApart() throws {
        let run = try generate("--max-tokens", "20")
        let lines = run.log.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.first?.hasPrefix("Prompt: ") == true)
        #expect(lines.last?.wholeMatch(of: /Peak memory: \d+\.\d{3} GB/) != nil)
        let text = try json(generate("--max-tokens", "20", "--json").output)["text"]?.string
        #expect(run.output == (text ?? "") + "\n")
        #expect(try generate("--max-tokens", "20", "--quiet").log.isEmpty)
    }

    @Test func promptsComeFromFilesAndTheStandardInput() throws {
        let file = try Self.demo.get().appendingPathComponent("prompt.txt")
        try Data(Self.prompt.utf8).write(to: file)
        let direct = try generate("--max-tokens", "5", "--quiet").output
        let folder = try Self.demo.get().path
        let options = ["--model", folder, "--max-tokens", "5", "--quiet"]
        #expect(try LLMToolProcess(options + ["--prompt", "@\(file.path)"]).output == direct)
        #expect(
            try LLMToolProcess(options + ["--prompt", "-"], input: Self.prompt).output == direct)
    }

    @Test func aModelThatGeneratesGivesNoVectors() throws {
        let folder = try Self.demo.get().path
        let run = try LLMToolProcess(
            "embed", "--model", folder, "--text", "x", "--query", "y")
        #expect(run.status == 3)
        #expect(run.log == "llm-tool: llama is no model that gives texts vectors\n")
        let missing = try LLMToolProcess("embed", "--model", folder, "--file", "/nowhere")
        #expect(missing.status == 2)
        #expect(missing.log.contains("--file: /nowhere cannot be read"))
    }

    @Test func stopStringsEndTheText() throws {
        let text = try #require(
            json(generate("--max-tokens", "60", "--json").output)["text"]?.string)
        let stop = String(text.dropFirst(10).prefix(3))
        let result = try json(generate("--max-tokens", "60", "--json", "--stop", stop).output)
        #expect(result["finish_reason"] == "stop")
        #expect(
            result["text"]?.string
                == text.firstRange(of: stop).map { String(text[..<$0.lowerBound]) })
    }

    @Test func debugShowsThePrompt() throws {
        let run = try generate("--max-tokens", "1", "--debug")
        #expect(run.log.contains("Model: llama (mlx-vlm)"))
        #expect(run.log.contains("Prompt ids: [0, "))
    }

    @Test func aTruncatedCheckpointIsOneMessage() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("llm-tool-cut-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: Self.demo.get(), to: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        let weights = folder.appendingPathComponent("model.safetensors")
        try Data(contentsOf: weights).dropLast(1000).write(to: weights)
        let run = try LLMToolProcess("--model", folder.path, "--prompt", "x")
        #expect(run.status == 2)
        #expect(run.log.hasPrefix("llm-tool: model.safetensors: tensor \""))
        #expect(run.log.split(separator: "\n").count == 1)
    }

    @Test("quantised checkpoints", arguments: ["4", "8", "mixed"])
    func quantised(style: String) throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("llm-tool-quantised-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: Self.demo.get(), to: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        _ = try PythonProcess.run("-c", Self.quantising, folder.path, style)
        let expected = try json(
            PythonProcess.run("-c", Self.reference, folder.path, Self.prompt, "chat", "0"))
        let run = try LLMToolProcess(
            "--model", folder.path, "--prompt", Self.prompt, "--max-tokens", "100", "--json")
        #expect(try json(run.output)["tokens"] == expected["tokens"])
    }

    @Test(
        "adapters, on plain and quantised layers",
        arguments: [("lora", false), ("lora", true), ("dora", false), ("dora", true)])
    func adapters(kind: String, isQuantised: Bool) throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("llm-tool-adapter-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: Self.demo.get(), to: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        if isQuantised { _ = try PythonProcess.run("-c", Self.quantising, folder.path, "4") }
        let adapter = folder.appendingPathComponent("adapter").path
        _ = try PythonProcess.run("-c", Self.adapting, folder.path, adapter, kind)
        let expected = try json(
            PythonProcess.run(
                "-c", Self.reference, folder.path, Self.prompt, "chat", "0", "{}", adapter))
        let options = [
            "--model", folder.path, "--prompt", Self.prompt, "--max-tokens", "100", "--json",
        ]
        let run = try LLMToolProcess(options + ["--adapter-path", adapter])
        #expect(run.status == 0, "\(run.log)")
        let tokens = try json(run.output)["tokens"]
        #expect(tokens == expected["tokens"])
        #expect(try json(LLMToolProcess(options).output)["tokens"] != tokens)
    }

    @Test func anAdapterOfAnotherModelIsOneMessage() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("llm-tool-misfit-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let demo = try Self.demo.get().path
        _ = try PythonProcess.run("-c", Self.adapting, demo, folder.path, "lora")
        let settings = folder.appendingPathComponent("adapter_config.json")
        let text = try String(contentsOf: settings, encoding: .utf8)
        try Data(text.replacing(#""rank": 4"#, with: #""rank": 5"#).utf8).write(to: settings)
        let run = try generate("--adapter-path", folder.path)
        #expect(run.status == 2)
        #expect(run.log.contains("does not fit the model"))
        #expect(run.log.contains("expected [96, 5] and [5, 192], found [96, 4] and [4, 192]"))
        let nowhere = try generate("--adapter-path", "/nowhere")
        #expect(nowhere.status == 2)
        #expect(nowhere.log.contains("adapter-path: /nowhere holds no adapters.safetensors"))
    }

    /// Writes an adapter with seeded values through the package's own layers.
    private static let adapting = """
        import json, pathlib, sys
        import mlx.core as mx
        from mlx.utils import tree_flatten
        from mlx_vlm.trainer.peft.utils import get_peft_model
        from mlx_vlm.utils import load_model

        source, target, kind = sys.argv[1:]
        model = load_model(pathlib.Path(source))
        names = ["q_proj", "v_proj", "down_proj"]
        get_peft_model(
            model, names, rank=4, alpha=32, dropout=0.0, verbose=False, use_dora=kind == "dora")
        mx.random.seed(3)
        weights = {
            name: mx.random.normal(value.shape) * 0.05 if name.endswith("lora_b") else value
            for name, value in tree_flatten(model.trainable_parameters())
        }
        folder = pathlib.Path(target)
        folder.mkdir(parents=True)
        mx.save_safetensors(str(folder / "adapters.safetensors"), weights)
        keys = sorted({name.rsplit(".", 1)[0] for name in weights})
        (folder / "adapter_config.json").write_text(json.dumps({
            "fine_tune_type": kind,
            "num_layers": -1,
            "lora_parameters": {"rank": 4, "scale": 8.0, "dropout": 0.0, "keys": keys},
        }))
        """

    /// Packs a checkpoint in place through the package's own save path.
    private static let quantising = """
        import json, pathlib, sys
        import mlx.nn as nn
        from mlx_vlm.utils import load_model, save_config, save_weights

        folder, style = pathlib.Path(sys.argv[1]), sys.argv[2]
        model = load_model(folder)
        settings = {"group_size": 32, "bits": 8 if style == "8" else 4}
        entries = dict(settings)

        def choose(path, module):
            if not hasattr(module, "to_quantized"):
                return False
            if style == "mixed" and "down_proj" in path:
                entries[path] = {"group_size": 64, "bits": 8}
                return entries[path]
            if style == "mixed" and "lm_head" in path:
                entries[path] = False
                return False
            return True

        nn.quantize(model, **settings, class_predicate=choose)
        for file in folder.glob("*.safetensors*"):
            file.unlink()
        save_weights(folder, model)
        config = json.loads((folder / "config.json").read_text())
        save_config({**config, "quantization": entries}, folder / "config.json")
        """

    private static let reference = """
        import json, sys
        import mlx.core as mx
        from mlx_vlm import load, stream_generate
        from mlx_vlm.prompt_utils import apply_chat_template

        folder, prompt, style, temperature, *more = sys.argv[1:]
        options = {"top_p": 0.9, **(json.loads(more[0]) if more else {})}
        if "logit_bias" in options:
            options["logit_bias"] = {int(k): v for k, v in options["logit_bias"].items()}
        model, processor = load(folder, adapter_path=more[1] if len(more) > 1 else None)
        if style == "chat":
            prompt = apply_chat_template(processor, model.config, prompt, num_images=0)
        mx.random.seed(7)
        last = list(stream_generate(
            model, processor, prompt, max_tokens=100, temperature=float(temperature), **options))[-1]
        print(json.dumps({"tokens": last.token_ids, "prompt_tokens": last.prompt_tokens}))
        """
}
