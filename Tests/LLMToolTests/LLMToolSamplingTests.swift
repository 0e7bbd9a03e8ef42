import FileTestSupport
import Foundation
import ModelRuntime
import Testing

@Suite("llm-tool draws what the packages draw", .enabled(if: hasLlama), .serialized)
struct LLMToolSamplingTests {
    /// A checkpoint of each package, with a trained tokenizer.
    private static let demo = Result {
        let folder = try TemporaryFolder()
        for package in ["mlx-lm", "mlx-vlm"] {
            _ = try PythonProcess.run(
                "-m", "recorder", "demo", "--package", package, "--output",
                folder.url.appendingPathComponent(package).path, "--vocabulary", "416")
        }
        return folder
    }

    /// Flags beside the Python's keywords for the same; `mlx-vlm` where only that package has them.
    private static let choices: [(package: String, flags: [String], keywords: OrderedJSON)] = [
        ("mlx-lm", ["--top-p", "0.9"], ["top_p": 0.9]),
        ("mlx-lm", ["--min-p", "0.2"], ["min_p": 0.2]),
        (
            "mlx-lm", ["--min-p", "0.9", "--min-tokens-to-keep", "4"],
            ["min_p": 0.9, "min_tokens_to_keep": 4]
        ),
        ("mlx-lm", ["--top-k", "5"], ["top_k": 5]),
        (
            "mlx-lm", ["--xtc-probability", "0.5", "--xtc-threshold", "0.003"],
            ["xtc_probability": 0.5, "xtc_threshold": 0.003]
        ),
        (
            "mlx-lm", ["--repetition-penalty", "1.4", "--repetition-context-size", "8"],
            ["repetition_penalty": 1.4, "repetition_context_size": 8]
        ),
        (
            "mlx-lm", ["--presence-penalty", "0.7", "--presence-context-size", "6"],
            ["presence_penalty": 0.7, "presence_context_size": 6]
        ),
        (
            "mlx-lm", ["--frequency-penalty", "0.3", "--frequency-context-size", "9"],
            ["frequency_penalty": 0.3, "frequency_context_size": 9]
        ),
        ("mlx-lm", ["--logit-bias", "70=3.5"], ["logit_bias": ["70": 3.5]]),
        (
            "mlx-lm",
            ["--kv-bits", "4", "--kv-group-size", "32", "--quantized-kv-start", "25"],
            ["kv_bits": 4, "kv_group_size": 32, "quantized_kv_start": 25]
        ),
        (
            "mlx-lm", ["--prefill-step-size", "5", "--repetition-penalty", "1.4"],
            ["prefill_step_size": 5, "repetition_penalty": 1.4]
        ),
        ("mlx-vlm", ["--top-n-sigma", "1.2"], ["top_n_sigma": 1.2]),
        ("mlx-vlm", ["--p-less"], ["p_less": true]),
        ("mlx-vlm", ["--typical-p", "0.4"], ["typical_p": 0.4]),
    ]

    /// The tokens of all choices, from one run for each package.
    private static let expected = Result<[OrderedJSON], any Error> {
        var expected = Array(repeating: OrderedJSON.null, count: choices.count)
        for (package, script) in [("mlx-lm", lmReference), ("mlx-vlm", vlmReference)] {
            let indices = choices.indices.filter { choices[$0].package == package }
            let output = try PythonProcess.run(
                "-c", script, demo.get().url.appendingPathComponent(package).path,
                OrderedJSON.array(indices.map { choices[$0].keywords }).text())
            let tokens = try OrderedJSON(parsing: output.utf8, file: "output").array ?? []
            for (index, tokens) in zip(indices, tokens) { expected[index] = tokens }
        }
        return expected
    }

    private func tokens(_ package: String, _ flags: [String]) throws -> OrderedJSON? {
        let run = try LLMToolProcess(
            [
                "--model", Self.demo.get().url.appendingPathComponent(package).path, "--package",
                package, "--prompt", "The quick fox", "--max-tokens", "60", "--json", "--seed", "7",
                "--temperature", "0.8",
            ] + flags)
        #expect(run.status == 0, "\(run.log)")
        return try OrderedJSON(parsing: run.output.utf8, file: "output")["tokens"]
    }

    @Test("with each option", arguments: choices.indices)
    func draws(index: Int) throws {
        let (package, flags, _) = Self.choices[index]
        let drawn = try tokens(package, flags)
        #expect(try drawn == Self.expected.get()[index])
        #expect(try drawn != tokens(package, []), "\(flags) have no effect")
    }

    @Test("a bounded cache, for a family that leaves its caches to the package")
    func boundedCache() throws {
        let folder = try TemporaryFolder()
        let output = try PythonProcess.run(
            "-c", Self.boundedReference, Self.demo.get().url.appendingPathComponent("mlx-lm").path,
            folder.url.path)
        let expected = try OrderedJSON(parsing: output.utf8, file: "output").array ?? []
        let all = try [[], ["--max-kv-size", "16"]].map { flags in
            let run = try LLMToolProcess(
                [
                    "--model", folder.url.path, "--package", "mlx-lm", "--prompt", "The quick fox",
                    "--max-tokens", "60", "--json", "--ignore-chat-template",
                ] + flags)
            #expect(run.status == 0, "\(run.log)")
            return try OrderedJSON(parsing: run.output.utf8, file: "output")["tokens"] ?? .null
        }
        #expect(all == expected)
        #expect(all[0] != all[1])
    }

    private static let boundedReference = """
        import json, pathlib, shutil, sys
        import mlx.core as mx
        from mlx.utils import tree_flatten
        from mlx_lm import load, stream_generate
        from mlx_lm.models import qwen3

        source, target = map(pathlib.Path, sys.argv[1:])
        config = dict(
            model_type="qwen3", hidden_size=64, num_hidden_layers=2, intermediate_size=96,
            num_attention_heads=4, num_key_value_heads=2, head_dim=16, rms_norm_eps=1e-6,
            vocab_size=416, max_position_embeddings=512, rope_theta=1e4, tie_word_embeddings=False)
        mx.random.seed(3)
        model = qwen3.Model(qwen3.ModelArgs.from_dict(config))
        weights = dict(tree_flatten(model.parameters()))
        mx.save_safetensors(
            str(target / "model.safetensors"), {k: v * 3 for k, v in weights.items()},
            {"format": "mlx"})
        (target / "config.json").write_text(json.dumps(config))
        for name in ("tokenizer.json", "tokenizer_config.json"):
            shutil.copy(source / name, target / name)
        model, tokenizer = load(str(target))
        print(json.dumps([
            [r.token for r in stream_generate(
                model, tokenizer, "The quick fox", max_tokens=60, max_kv_size=size)]
            for size in (None, 16)]))
        """

    private static let lmReference = """
        import json, sys
        import mlx.core as mx
        from mlx_lm import load, stream_generate
        from mlx_lm.sample_utils import make_logits_processors, make_sampler

        model, tokenizer = load(sys.argv[1])
        prompt = tokenizer.apply_chat_template(
            [{"role": "user", "content": "The quick fox"}], add_generation_prompt=True)
        samplers = ("top_p", "min_p", "min_tokens_to_keep", "top_k", "xtc_probability", "xtc_threshold")

        def tokens(options):
            if "logit_bias" in options:
                options["logit_bias"] = {int(k): v for k, v in options["logit_bias"].items()}
            sampler = make_sampler(
                0.8, **{k: options.pop(k) for k in samplers if k in options},
                xtc_special_tokens=tokenizer.encode("\\n") + list(tokenizer.eos_token_ids))
            logits = {
                k: options.pop(k) for k in list(options)
                if k == "logit_bias" or "penalty" in k or "context" in k}
            mx.random.seed(7)
            return [r.token for r in stream_generate(
                model, tokenizer, prompt, max_tokens=60, sampler=sampler,
                logits_processors=make_logits_processors(**logits), **options)]

        print(json.dumps([tokens(options) for options in json.loads(sys.argv[2])]))
        """

    private static let vlmReference = """
        import json, sys
        import mlx.core as mx
        from mlx_vlm import load, stream_generate
        from mlx_vlm.prompt_utils import apply_chat_template

        model, processor = load(sys.argv[1])
        prompt = apply_chat_template(processor, model.config, "The quick fox", num_images=0)

        def tokens(options):
            mx.random.seed(7)
            return list(stream_generate(
                model, processor, prompt, max_tokens=60, temperature=0.8, **options))[-1].token_ids

        print(json.dumps([tokens(options) for options in json.loads(sys.argv[2])]))
        """
}
