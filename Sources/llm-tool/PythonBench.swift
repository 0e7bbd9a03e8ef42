import Foundation
import ModelRuntime

/// The package's own generation in a process that stays: a line of JSON in, one out.
final class PythonBench {
    private let process = Process()
    private let requests: FileHandle
    private let answers: FileHandle

    /// Starts the process, which loads the model.
    ///
    /// - Throws: `ModelRuntimeError` if the interpreter cannot be started.
    init(interpreter: String, model: String, package: ModelPackage) throws {
        guard FileManager.default.isExecutableFile(atPath: interpreter) else {
            throw ModelRuntimeError.input("--python: \(interpreter) is no program")
        }
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(filePath: interpreter)
        process.arguments = ["-c", Self.script, model, package.rawValue]
        process.standardInput = input
        process.standardOutput = output
        requests = input.fileHandleForWriting
        answers = output.fileHandleForReading
        do {
            try process.run()
        } catch {
            throw ModelRuntimeError.input("--python: \(interpreter) cannot be started")
        }
    }

    deinit {
        try? requests.close()
        process.waitUntilExit()
    }

    /// Generates greedily.
    ///
    /// - Throws: `ModelRuntimeError` if the process has ended; what it said is on standard error.
    func measure(_ prompt: [Int], count: Int) throws -> BenchTrial {
        let request: OrderedJSON = [
            "prompt": .array(prompt.map { .int($0) }), "count": .int(count),
        ]
        var line = Data()
        do {
            try requests.write(contentsOf: Data((request.text() + "\n").utf8))
            while let byte = try answers.read(upToCount: 1), byte.first != 0x0A, !byte.isEmpty {
                line += byte
            }
            return try JSONDecoder().decode(BenchTrial.self, from: line)
        } catch {
            throw ModelRuntimeError.engine("--vs-python: the Python process ended")
        }
    }

    private static let script = """
        import json, sys, time
        from pathlib import Path
        import mlx.core as mx
        folder, package = Path(sys.argv[1]), sys.argv[2]
        if package == "mlx-lm":
            from mlx_lm.generate import generate_step
            from mlx_lm.utils import load_model
            model, _ = load_model(folder)
            def steps(prompt, count):
                return generate_step(mx.array(prompt), model, max_tokens=count)
        else:
            from mlx_vlm.generate.ar import generate_step
            from mlx_vlm.utils import load_model
            model = load_model(folder)
            def steps(prompt, count):
                ids = mx.array([prompt])
                mask = mx.ones(ids.shape, dtype=mx.int32)
                return generate_step(ids, model, None, mask, max_tokens=count, temperature=0.0)
        for line in sys.stdin:
            request = json.loads(line)
            mx.reset_peak_memory()
            start = time.perf_counter()
            tokens, first = [], None
            for token, _ in steps(request["prompt"], request["count"]):
                tokens.append(int(token))
                first = first or time.perf_counter()
            end = time.perf_counter()
            print(json.dumps({
                "prompt_time": first - start, "generation_time": end - first,
                "peak_memory": mx.get_peak_memory(), "tokens": tokens,
            }), flush=True)
        """
}
