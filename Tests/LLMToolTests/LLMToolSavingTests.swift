import FileTestSupport
import Foundation
import ModelRuntime
import Testing

@Suite("llm-tool saves models as the packages do", .enabled(if: hasLlama), .serialized)
struct LLMToolSavingTests {
    /// Below a folder for each package: a checkpoint as on the Hub, what the package converts it to,
    /// quantised ones, adapters.
    private static let checkpoints = Result {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "llm-tool-saving-\(UUID().uuidString)")
        _ = try PythonProcess.run("-c", writing, folder.path)
        return folder
    }

    private static let writing = """
        import sys
        from pathlib import Path
        from dataclasses import replace
        from recorder import converting, definition
        kinds = ("plain", "4-bit", "adapter", "adapter-4-bit")
        for package, name in (("mlx-vlm", "llama"), ("mlx-lm", "mlx-lm/llama")):
            family = definition.read(name)
            family = replace(family, reference=replace(family.reference, layout="huggingface"))
            folder = Path(sys.argv[1]) / package
            for answer in converting.write(family, folder, kinds):
                assert "refused" not in answer, answer
            (folder / "source/tokenizer.json").write_text("{}")
        """

    /// Prints what differs between a folder and what the package makes.
    private static let comparing = """
        import json, sys
        from pathlib import Path
        import mlx.core as mx
        from mlx.utils import tree_flatten, tree_unflatten
        from recorder import converting, packages
        package, base, adapter, dequantize, written = json.loads(sys.argv[1])
        python = packages.package(package)
        paths = {"model": base} | ({"adapter": adapter} if adapter else {})
        model = converting.load(python, paths)
        plain = dequantize == "yes"
        fused = [(n, m.fuse(dequantize=plain)) for n, m in model.named_modules() if hasattr(m, "fuse")]
        if fused:
            model.update_modules(tree_unflatten(fused))
        if plain:
            if package == "mlx-lm":
                from mlx_lm.utils import dequantize_model
            else:
                from mlx_vlm.quant_utils import dequantize_model
            model = dequantize_model(model)
        expected = dict(tree_flatten(model.parameters()))
        found = {}
        for file in Path(written).glob("*.safetensors"):
            found |= mx.load(str(file))
        same = lambda a, b: a.dtype == b.dtype and a.shape == b.shape and mx.array_equal(a, b).item()
        names = [n for n in expected.keys() | found.keys()
                 if n not in expected or n not in found or not same(expected[n], found[n])]
        python.load(Path(written))
        print(json.dumps(sorted(names)))
        """

    private static let fusions = [
        ("mlx-vlm", "plain", "adapter", false), ("mlx-vlm", "4-bit", "adapter-4-bit", false),
        ("mlx-vlm", "4-bit", "adapter-4-bit", true), ("mlx-lm", "plain", "adapter", false),
        ("mlx-lm", "4-bit", "adapter-4-bit", false), ("mlx-lm", "4-bit", "adapter-4-bit", true),
    ]

    @Test("a fused adapter gives the tensors that the package's fusing gives", arguments: fusions)
    func fuse(package: String, base: String, adapter: String, dequantize: Bool) throws {
        let root = try Self.checkpoints.get().appending(path: package)
        let output = root.appending(path: "fused-\(UUID().uuidString)").path
        let (base, adapter) = (
            root.appending(path: base).path, root.appending(path: adapter).path
        )
        let run = try LLMToolProcess(
            [
                "fuse", "--package", package, "--model", base, "--adapter-path", adapter,
                "--save-path", output,
            ] + (dequantize ? ["--dequantize"] : []))
        #expect(run.status == 0, "\(run.log)")
        let differing: [String] = try PythonProcess.run(
            script: Self.comparing,
            on: [package, base, adapter, dequantize ? "yes" : "", output])
        #expect(differing.isEmpty)
        let config = try String(contentsOfFile: output + "/config.json", encoding: .utf8)
        let keepsQuantization = base.hasSuffix("4-bit") && !dequantize
        #expect(config.contains("\"quantization\"") == keepsQuantization)
    }

    @Test(
        "a checkpoint of the Hub becomes the package's conversion", arguments: ModelPackage.allCases
    )
    func convert(package: ModelPackage) throws {
        let root = try Self.checkpoints.get().appending(path: package.rawValue)
        let output = root.appending(path: "converted")
        let arguments = [
            "convert", "--package", package.rawValue, "--model",
            root.appending(path: "source").path, "--mlx-path", output.path, "--json",
        ]
        let run = try LLMToolProcess(arguments)
        #expect(run.status == 0, "\(run.log)")
        #expect(try OrderedJSON(parsing: run.output.utf8, file: "")["tensors"]?.int == 39)
        let (expected, found) = try (
            SafetensorsFile.read(root.appending(path: "plain/model.safetensors")),
            SafetensorsFile.read(output.appending(path: "model.safetensors"))
        )
        #expect(expected.keys.sorted() == found.keys.sorted())
        for (name, array) in expected {
            #expect(
                found[name]?.asData(access: .copy).data == array.asData(access: .copy).data,
                "\(name)")
        }
        func json(_ folder: String, _ file: String) throws -> OrderedJSON {
            try OrderedJSON(
                parsing: Data(contentsOf: root.appending(path: folder).appending(path: file)),
                file: file)
        }
        for file in ["config.json", "model.safetensors.index.json"] {
            #expect(try json("converted", file) == json("plain", file))
        }
        #expect(FileManager.default.fileExists(atPath: output.path + "/tokenizer.json"))

        let again = try LLMToolProcess(arguments)
        #expect(again.status == 2)
        #expect(again.log.contains("exists already"))
    }

    @Test("nothing is left of what cannot be written")
    func wholeOrNotAtAll() throws {
        let root = try Self.checkpoints.get().appending(path: "mlx-lm")
        let broken = root.appending(path: "broken")
        try FileManager.default.copyItem(at: root.appending(path: "source"), to: broken)
        let weights = try FileHandle(forUpdating: broken.appending(path: "model.safetensors"))
        try weights.truncate(atOffset: weights.seekToEnd() / 2)
        let output = root.appending(path: "never/there")
        for model in [broken, root.appending(path: "source")] {
            let run = try LLMToolProcess(
                "convert", "--package", "mlx-lm", "--model", model.path, "--mlx-path",
                model == broken ? output.path : "/proc/none")
            #expect(run.status == 2)
            #expect(run.log.hasPrefix("llm-tool: "))
        }
        #expect(!FileManager.default.fileExists(atPath: output.deletingLastPathComponent().path))
        let none = try LLMToolProcess(
            "fuse", "--model", root.appending(path: "plain").path, "--package", "mlx-lm")
        #expect(none.log.contains("--adapter-path is missing"))
    }

    @Test("bench measures both sides of the same tokens", arguments: ModelPackage.allCases)
    func bench(package: ModelPackage) throws {
        let model = try Self.checkpoints.get().appending(path: "\(package.rawValue)/4-bit").path
        let interpreter = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: ".venv/bin/python").path
        let run = try LLMToolProcess(
            "bench", "--package", package.rawValue, "--model", model, "-p", "16", "-g", "8", "-n",
            "2", "--json", "--vs-python", "--python", interpreter)
        #expect(run.status == 0, "\(run.log)")
        let json = try OrderedJSON(parsing: run.output.utf8, file: "")
        for side in ["llm-tool", "python"] {
            for key in ["prompt_tps", "generation_tps", "time_to_first_token", "peak_memory"] {
                let value = try #require(json[side]?[key]?.double)
                #expect(value > 0, "\(side) \(key)")
            }
            #expect(json[side]?["generation_tps_trials"]?.array?.count == 2)
        }
        #expect(json["pairs_of_equal_tokens"] == .int(2))
        for key in ["prompt", "generation"] {
            #expect(try #require(json["times_python"]?[key]?.double) > 0)
        }
        let none = try LLMToolProcess(
            "bench", "--model", model, "-n", "0")
        #expect(none.status == 2)
        #expect(none.log.contains("--num-trials"))
        let alone = try LLMToolProcess("bench", "--model", model, "--allow-differences")
        #expect(alone.status == 2 && alone.log.contains("--vs-python"))
    }
}
