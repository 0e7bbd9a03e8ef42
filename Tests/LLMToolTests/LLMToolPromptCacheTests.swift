import FileTestSupport
import Foundation
import ModelRuntime
import Testing

@Suite("llm-tool and mlx-lm share prompt caches", .enabled(if: hasLlama), .serialized)
struct LLMToolPromptCacheTests {
    /// A checkpoint of mlx-lm, and a prompt that mlx-lm has taken in.
    private static let demo = Result {
        let folder = try TemporaryFolder()
        _ = try PythonProcess.run(
            "-m", "recorder", "demo", "--package", "mlx-lm", "--output",
            folder.url.appendingPathComponent("model").path, "--vocabulary", "416")
        return folder
    }

    private func path(_ name: String) throws -> String {
        try Self.demo.get().url.appendingPathComponent(name).path
    }

    private func cache(_ file: String, _ options: String...) throws -> LLMToolProcess {
        try LLMToolProcess(
            [
                "cache-prompt", "--model", path("model"), "--package", "mlx-lm", "--prompt",
                "A long story about a fox.", "--prompt-cache-file", path(file),
            ] + options)
    }

    private func generate(_ file: String?, _ options: String...) throws -> LLMToolProcess {
        try LLMToolProcess(
            [
                "--model", path("model"), "--package", "mlx-lm", "--prompt", "And then?", "--json",
                "--max-tokens", "40",
            ] + (file.map { ["--prompt-cache-file", try path($0)] } ?? []) + options)
    }

    private func result(_ run: LLMToolProcess) throws -> OrderedJSON {
        #expect(run.status == 0, "\(run.log)")
        return try OrderedJSON(parsing: run.output.utf8, file: "output")
    }

    /// The text that mlx-lm's program generates from a file.
    private func reference(_ file: String, _ options: String...) throws -> String {
        let output = try PythonProcess.run(
            "-c",
            """
            import sys
            from mlx_lm.generate import main
            sys.argv = ["mlx_lm.generate", *sys.argv[1:]]
            main()
            """, "--model", path("model"), "--prompt", "And then?", "--prompt-cache-file",
            path(file), "--max-tokens", "40", "--verbose", "False",
            options.first ?? "--seed", options.dropFirst().first ?? "0")
        return String(output.dropLast())
    }

    @Test("what one writes the other goes on with", arguments: [[], ["--kv-bits", "8"]])
    func both(options: [String]) throws {
        let quantised = options.isEmpty ? [] : ["--quantized-kv-start", "0"]
        let run = try LLMToolProcess(
            [
                "cache-prompt", "--model", path("model"), "--package", "mlx-lm", "--prompt",
                "A long story about a fox.", "--prompt-cache-file", path("swift.safetensors"),
                "--json", "--kv-group-size", "32",
            ] + options + quantised)
        let count = try result(run)["prompt_tokens"]
        _ = try PythonProcess.run(
            "-c",
            """
            import sys
            from mlx_lm.cache_prompt import main
            model, file, *more = sys.argv[1:]
            sys.argv = [
                "mlx_lm.cache_prompt", "--model", model, "--prompt", "A long story about a fox.",
                "--prompt-cache-file", file, "--kv-group-size", "32", *more]
            main()
            """, path("model"), path("python.safetensors"),
            options.isEmpty ? "--kv-group-size" : "--kv-bits", options.isEmpty ? "32" : "8",
            "--quantized-kv-start", options.isEmpty ? "5000" : "0")
        let group = options.isEmpty ? "64" : "32"
        let expected = try reference("python.safetensors", "--kv-group-size", group)
        #expect(try reference("swift.safetensors", "--kv-group-size", group) == expected)
        for file in ["swift.safetensors", "python.safetensors"] {
            let answer = try result(generate(file, "--kv-group-size", group))
            #expect(answer["text"]?.string == expected)
        }
        #expect(try result(generate(nil))["text"]?.string != expected)
        #expect(count == 21)
    }

    @Test func aFileOfAnotherModelOrQuantisationIsRefused() throws {
        #expect(try cache("own.safetensors").status == 0)
        let other = try path("other")
        try FileManager.default.copyItem(atPath: path("model"), toPath: other)
        defer { try? FileManager.default.removeItem(atPath: other) }
        let run = try LLMToolProcess(
            "--model", other, "--package", "mlx-lm", "--prompt", "x", "--prompt-cache-file",
            path("own.safetensors"))
        #expect(run.status == 2)
        #expect(run.log.contains("own.safetensors was made with the model "))
        #expect(
            try cache(
                "bits.safetensors", "--kv-bits", "8", "--kv-group-size", "32",
                "--quantized-kv-start", "0"
            ).status == 0)
        for (options, message) in [
            (["--kv-group-size", "64"], "--kv-group-size: 64, but "),
            (["--kv-group-size", "32", "--kv-bits", "4"], "--kv-bits: 4, but "),
        ] {
            let run = try LLMToolProcess(
                [
                    "--model", path("model"), "--package", "mlx-lm", "--prompt", "x",
                    "--prompt-cache-file", path("bits.safetensors"),
                ] + options)
            #expect(run.status == 2)
            #expect(run.log.contains(message), "\(run.log)")
        }
        #expect(try generate("none.safetensors").log.contains("there is no prompt cache at "))
    }

    @Test func anAnswerThatIsBegunGoesOn() throws {
        let expected = try PythonProcess.run(
            "-c",
            """
            import sys
            from mlx_lm.generate import main
            sys.argv = ["mlx_lm.generate", *sys.argv[1:]]
            main()
            """, "--model", path("model"), "--prompt", "And then?", "--prefill-response",
            "It was", "--max-tokens", "40", "--verbose", "False")
        let answer = try result(generate(nil, "--prefill-response", "It was"))
        #expect(answer["text"]?.string == String(expected.dropLast()))
    }
}
