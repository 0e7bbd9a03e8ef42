import FileTestSupport
import Foundation
import ModelRuntime
import Testing

@Suite("llm-tool loads large models", .enabled(if: hasLlama), .serialized)
struct LLMToolLoadingTests {
    /// A checkpoint of 270 MB in bfloat16, and a tiny one of the same family.
    private static let checkpoints = Result {
        let folder = try TemporaryFolder()
        _ = try PythonProcess.run("-c", writing, folder.url.path)
        return folder
    }

    private static let writing = """
        import json, sys
        from pathlib import Path
        import mlx.core as mx
        from mlx.utils import tree_flatten
        from mlx_lm.models import llama
        def write(folder, **sizes):
            folder.mkdir()
            config = {"model_type": "llama", "num_attention_heads": 8, "num_key_value_heads": 8,
                      "rms_norm_eps": 1e-5, "tie_word_embeddings": False} | sizes
            model = llama.Model(llama.ModelArgs.from_dict(config))
            weights = {name: (mx.random.normal(array.shape) * 0.02).astype(mx.bfloat16)
                       for name, array in tree_flatten(model.parameters())}
            mx.save_safetensors(str(folder / "model.safetensors"), weights)
            (folder / "config.json").write_text(json.dumps(config))
        root = Path(sys.argv[1])
        write(root / "large", hidden_size=1024, num_hidden_layers=8, intermediate_size=4096, vocab_size=1024)
        write(root / "tiny", hidden_size=64, num_hidden_layers=1, intermediate_size=64, vocab_size=64)
        """

    /// Runs the program and gives the most bytes of memory that it had.
    private static let measuring = """
        import json, os, sys
        arguments = json.loads(sys.argv[1])
        pid = os.fork()
        if pid == 0:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            os.execv(arguments[0], arguments)
        _, status, usage = os.wait4(pid, 0)
        print(json.dumps([status, usage.ru_maxrss * 1024]))
        """

    private func peak(_ folder: URL) throws -> Int {
        let arguments = [
            LLMToolProcess.executable.path, "generate", "--package", "mlx-lm", "--model",
            folder.path, "--prompt-ids", "1", "--max-tokens", "1", "--quiet",
        ]
        let result: [Int] = try PythonProcess.run(script: Self.measuring, on: arguments)
        #expect(result[0] == 0)
        return result[1]
    }

    // What the program itself takes beside weights does not grow with them: some 7 MB more than of a tiny model.
    @Test("memory is the weights and a tenth more, plain and quantised")
    func memory() throws {
        let root = try Self.checkpoints.get().url
        let packed = root.appending(path: "packed")
        let run = try LLMToolProcess(
            "quantize", "--package", "mlx-lm", "--model", root.appending(path: "large").path,
            "--mlx-path", packed.path, "--q-bits", "8")
        #expect(run.status == 0, "\(run.log)")
        let base = try peak(root.appending(path: "tiny"))
        for folder in [root.appending(path: "large"), packed] {
            let file = folder.appending(path: "model.safetensors").path
            let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int
            let weights = try #require(size)
            let peak = try peak(folder) - base
            #expect(
                Double(peak) <= 1.1 * Double(weights),
                "\(folder.lastPathComponent): \(peak) bytes for \(weights)")
        }
    }

    /// Runs the program on a terminal, and gives what it writes there.
    private static let watching = """
        import json, os, pty, sys
        found = b""
        def read(descriptor):
            global found
            found += (data := os.read(descriptor, 4096))
            return data
        out = os.dup(1)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        status = pty.spawn(json.loads(sys.argv[1]), read, lambda _: b"")
        os.write(out, json.dumps([str(status), found.decode()]).encode())
        """

    private func watch(_ name: String) throws -> String {
        let folder = try Self.checkpoints.get().url.appending(path: name).path
        let result: [String] = try PythonProcess.run(
            script: Self.watching,
            on: [
                LLMToolProcess.executable.path, "generate", "--package", "mlx-lm", "--model",
                folder, "--prompt-ids", "1", "--max-tokens", "1", "--quiet",
            ])
        #expect(result[0] == "0", "\(result[1])")
        return result[1]
    }

    @Test("a bar on the terminal shows how far it is, and goes away")
    func bar() throws {
        let lines = try watch("large").components(separatedBy: "\r\u{1B}[K")
        let shown = lines.compactMap { line in
            line.firstMatch(of: /Loading [█░]{30} ([0-9]+) % of 0.3 GB/).flatMap { Int($0.1) }
        }
        #expect(shown.count > 4 && shown == shown.sorted() && shown.first == 0, "\(lines)")
        #expect(lines.last?.contains("Loading") == false)
        #expect(try !watch("tiny").contains("Loading"))
        let piped = try LLMToolProcess(
            "generate", "--package", "mlx-lm", "--model",
            Self.checkpoints.get().url.appending(path: "large").path, "--prompt-ids", "1",
            "--max-tokens", "1", "--quiet")
        #expect(piped.status == 0 && piped.log.isEmpty)
    }
}
