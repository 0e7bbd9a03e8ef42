import FileTestSupport
import Foundation
import ModelRuntime
import Testing

@Suite(
    "llm-tool converts and quantises as the packages do, to the byte", .enabled(if: hasLlama),
    .serialized)
struct LLMToolConversionTests {
    /// A way to convert: what the program and the package are told.
    struct Way: CustomTestStringConvertible, Sendable {
        let flags: [String]
        let python: String
        var testDescription: String { flags.isEmpty ? "as it is" : flags.joined(separator: " ") }
    }

    private static let ways = [
        Way(flags: [], python: "{}"),
        Way(flags: ["--dtype", "float16"], python: #"{"dtype": "float16"}"#),
        Way(flags: ["-q"], python: #"{"quantize": true}"#),
        Way(
            flags: ["--quantize", "--q-bits", "8", "--q-group-size", "32"],
            python: #"{"quantize": true, "q_bits": 8, "q_group_size": 32}"#),
        Way(
            flags: ["--quantize", "--q-bits", "3", "--dtype", "float32"],
            python: #"{"quantize": true, "q_bits": 3, "dtype": "float32"}"#),
        Way(
            flags: ["--quantize", "--q-mode", "mxfp4"],
            python: #"{"quantize": true, "q_mode": "mxfp4"}"#),
        Way(
            flags: ["--quantize", "--q-mode", "nvfp4"],
            python: #"{"quantize": true, "q_mode": "nvfp4"}"#),
        Way(
            flags: ["--quantize", "--q-mode", "mxfp8"],
            python: #"{"quantize": true, "q_mode": "mxfp8"}"#),
        Way(
            flags: ["--quantize", "--quant-predicate", "mixed_3_6"],
            python: #"{"quantize": true, "quant_predicate": "mixed_3_6"}"#),
    ]

    /// Families whose rules keep layers, pack some in their own way, or keep types.
    private static let families = [
        "llama", "deepseek_v3", "qwen3_moe", "mlx-lm/llama", "mlx-lm/qwen3_moe", "mlx-lm/rwkv7",
    ]

    /// Below a folder for each family: `source`, and what the package makes of it, by the way's number.
    private static let checkpoints = Result {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "llm-tool-conversion-\(UUID().uuidString)")
        let kwargs = "[\(ways.map(\.python).joined(separator: ", "))]"
        _ = try PythonProcess.run(
            "-c", writing, folder.path, kwargs, families.joined(separator: ","))
        return folder
    }

    /// The configuration states a type that the weights do not have, and has text beyond ASCII.
    private static let writing = """
        import json, sys
        from pathlib import Path
        from recorder import checkpoint, converting, definition, packages
        folder, ways, names = Path(sys.argv[1]), json.loads(sys.argv[2]), sys.argv[3].split(",")
        for name in names:
            family = definition.read(name)
            python, reference = packages.of_definition(family), family.reference
            source = folder / name / "source"
            config = converting.widened(python, reference.config)
            checkpoint.write(source, python, config, "float32", reference.seed, reference.layout)
            config = json.loads((source / "config.json").read_text())
            config |= {"torch_dtype": "bfloat16", "_name_or_path": "x", "title": "h\\u00e4\\u007f\\U0001f600"}
            (source / "config.json").write_text(json.dumps(config))
            for number, arguments in enumerate(ways):
                if python.name == "mlx-vlm" and "quantize" in arguments:
                    arguments = {"q_bits": None, "q_group_size": None} | arguments
                kind = converting.Kind(python, source, folder / name / str(number))
                try:
                    kind._convert(**arguments)
                except ValueError as error:
                    assert "expected keys" in str(error), error
            (source / "tokenizer.json").write_text("{}")
        """

    @Test("tensors, index and configuration are the package's", arguments: families)
    func conversion(family: String) throws {
        let root = try Self.checkpoints.get().appending(path: family)
        let package = family.hasPrefix("mlx-lm/") ? "mlx-lm" : "mlx-vlm"
        for (number, way) in Self.ways.enumerated() {
            let output = root.appending(path: "swift-\(number)")
            let run = try LLMToolProcess(
                [
                    "convert", "--package", package, "--model", root.appending(path: "source").path,
                    "--mlx-path", output.path,
                ] + way.flags)
            let expected = root.appending(path: "\(number)")
            guard FileManager.default.fileExists(atPath: expected.path) else {
                #expect(run.status == 3 && run.log.contains("down_proj"), "\(way): \(run.log)")
                continue
            }
            #expect(run.status == 0, "\(way): \(run.log)")
            try expectSame(output, expected, "\(family), \(way)")
            #expect(FileManager.default.fileExists(atPath: output.path + "/tokenizer.json"))
        }
    }

    private func expectSame(_ found: URL, _ expected: URL, _ what: String) throws {
        for file in ["config.json", "model.safetensors.index.json"] {
            let (ours, theirs) = try (
                String(contentsOf: found.appending(path: file), encoding: .utf8),
                String(contentsOf: expected.appending(path: file), encoding: .utf8)
            )
            #expect(ours == theirs, "\(what): \(file)")
        }
        let (ours, theirs) = try (
            SafetensorsFile.read(found.appending(path: "model.safetensors")),
            SafetensorsFile.read(expected.appending(path: "model.safetensors"))
        )
        #expect(ours.keys.sorted() == theirs.keys.sorted(), "\(what)")
        for (name, array) in theirs {
            #expect(
                ours[name]?.dtype == array.dtype && ours[name]?.shape == array.shape
                    && ours[name]?.asData(access: .copy).data == array.asData(access: .copy).data,
                "\(what): \(name)")
        }
    }

    @Test("what is packed in part keeps its entries, and all can be made plain again")
    func partly() throws {
        let root = try Self.checkpoints.get().appending(path: "mlx-lm/llama")
        let packed = root.appending(path: "quantize")
        let run = try LLMToolProcess(
            "quantize", "--package", "mlx-lm", "--model", root.appending(path: "source").path,
            "--mlx-path", packed.path, "--json")
        #expect(run.status == 0, "\(run.log)")
        let answer = try OrderedJSON(parsing: run.output.utf8, file: "")
        #expect(try #require(answer["bits_per_weight"]?.double) < 5)
        try expectSame(packed, root.appending(path: "2"), "quantize")

        let plain = root.appending(path: "dequantized")
        let back = try LLMToolProcess(
            "convert", "--package", "mlx-lm", "--model", packed.path, "--mlx-path", plain.path, "-d"
        )
        #expect(back.status == 0, "\(back.log)")
        let config = try String(contentsOf: plain.appending(path: "config.json"), encoding: .utf8)
        #expect(!config.contains("quantization"))
        let generation = try LLMToolProcess(
            "generate", "--package", "mlx-lm", "--model", packed.path, "--prompt-ids", "1,2,3",
            "--max-tokens", "3")
        #expect(generation.status == 0, "\(generation.log)")
    }

    private static let refusals = [
        (["-q", "-d"], "not both"), (["--q-bits", "8"], "--quantize"),
        (["-q", "--q-bits", "7"], "7 bits"), (["-q", "--q-group-size", "48"], "48"),
        (["-q", "--q-mode", "mxfp4", "--q-bits", "8"], "mxfp4"),
        (["-q", "--q-mode", "x"], "q-mode"),
        (["-q", "--quant-predicate", "mixed_3_5"], "mixed_3_5"),
        (["-q", "--quant-predicate", "mixed_3_6", "--q-mode", "mxfp8"], "affine"),
    ]

    @Test("what cannot be is refused, and nothing is written", arguments: refusals)
    func refusal(flags: [String], text: String) throws {
        let root = try Self.checkpoints.get().appending(path: "mlx-lm/llama")
        let output = root.appending(path: "refused").path
        let run = try LLMToolProcess(
            [
                "convert", "--package", "mlx-lm", "--model", root.appending(path: "source").path,
                "--mlx-path", output,
            ] + flags)
        #expect(run.status == 2, "\(run.log)")
        #expect(run.log.contains(text), "\(run.log)")
        #expect(!FileManager.default.fileExists(atPath: output))
    }
}
