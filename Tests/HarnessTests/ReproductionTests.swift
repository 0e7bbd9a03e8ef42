import Foundation
import Testing
import TraceDiff

@testable import Harness

@Suite("The reproduction of a fault")
struct ReproductionTests {
    /// The lines of llama as Python itself tells them on both sides.
    private static let tracing = LineTracing(
        modules: ["mlx_vlm.models.llama.language"], hasCounterpart: { _ in true },
        translations: { own, _ in own.map { [$0] } })

    /// A verification whose candidate is the Python with a scale in the feed-forward.
    private func request(_ folder: TemporaryFolder) throws -> VerificationRequest {
        let source = try folder.mutatedPackage(
            module: "language.py", replacing: "return self.down_proj(swiglu(",
            with: "return 1.5 * self.down_proj(swiglu(")
        let modules = Self.tracing.modules.map { "--lines \($0)" }.joined(separator: " ")
        let tool = try folder.script(
            "llm-tool",
            """
            command=$1; shift
            # The tool's option is the recorder's argument, which is behind the definition.
            if [ $command = call ]; then set -- '\(folder.path)/llama.yml' "$2" "$3" "$4"; modules=; \
            else modules='\(modules)'; fi
            PYTHONPATH='\(Repository.path)/Reference' exec '\(Repository.path)/.venv/bin/python' \
            -m recorder $command --source '\(source)' $modules "$@"
            """)
        return VerificationRequest(
            family: try smallDefinition(folder),
            selection: VariantSelection(dtypes: ["float32"], batches: [2]),
            python: Repository.python, tool: tool, package: "mlx-vlm",
            folder: folder.path + "/work", lines: Self.tracing)
    }

    /// Llama's definition, of two layers and a few ids: each run that is tried starts Python three times.
    private func smallDefinition(_ folder: TemporaryFolder) throws -> String {
        let path = Repository.path + "/Generator/Families/llama.yml"
        let text = DefinitionText(
            text: try String(contentsOf: URL(filePath: path), encoding: .utf8))
        let small = try #require(
            text.settingLayers("num_hidden_layers", to: 2)?.setting("prompt_length", to: "2")?
                .setting("decode_steps", to: "0"))
        let file = folder.path + "/llama.yml"
        try small.text.write(toFile: file, atomically: true, encoding: .utf8)
        return file
    }

    @Test("holds the smallest run with the same line at fault, and says how to run it")
    func reproduction() throws {
        let folder = try TemporaryFolder()
        var request = try request(folder)
        let fault = try #require(try reduceFault(request) { _ in })
        #expect(fault.line.name == "return")
        #expect(fault.definition.contains("prompt_length: 1\n"))
        #expect(fault.files.batch == 1)
        #expect(fault.inputs.map(\.name) == ["(x)"])

        let place = folder.path + "/it's here"
        try writeReproduction(
            of: fault,
            ReproductionSources(
                pythonPlace: fault.line.source, swiftPlace: "Llama/LlamaLanguage.swift:7:9",
                python: "class MLP", swift: "struct MLP"),
            request: request, as: "llama.yml",
            in: CheckoutState(commit: "c0ffee", patch: "the patch\n"), to: place,
            program: "/nowhere/mlx-port")
        let names = try FileManager.default.contentsOfDirectory(atPath: place).sorted()
        #expect(
            names == [
                "README.md", "checkout.patch", "checkpoint", "definitions", "ids.safetensors",
                "line.safetensors", "run.sh", "source.py", "source.swift",
            ])
        let readme = try String(contentsOf: URL(filePath: place + "/README.md"), encoding: .utf8)
        #expect(readme.contains("git checkout c0ffee && git apply FOLDER/checkout.patch"))
        #expect(readme.contains(fault.line.source))
        let line = try TensorFile(contentsOf: place + "/line.safetensors")
        #expect(line.tensors.keys.sorted() == ["expected", "x"])

        // What its script would verify, verified.
        request.family = place + "/definitions/llama.yml"
        request.selection = VariantSelection(dtypes: ["float32"], batches: [fault.files.batch])
        let again = try verifyFamily(request)
        let culprit = try #require(again.variants.first?.comparison.culpritLine())
        #expect(culprit.source == fault.line.source && culprit.name == fault.line.name)
    }

    @Test("is the module alone, which shows the fault with nothing of the model around it")
    func module() throws {
        let folder = try TemporaryFolder()
        let request = try request(folder)
        let fault = try #require(try reduceFault(request) { _ in })
        let module = ModuleReproduction(
            definition: request.family, package: request.package, folder: folder.path + "/module",
            python: request.python, tool: request.tool)
        try module.record(fault)
        let outputs = try module.run()
        #expect(outputs.map(\.name) == ["output.0"])
        #expect(outputs.map(\.hasOtherBitsAlone) == [true])
        let tensors = try TensorFile(contentsOf: module.folder + "/module.safetensors").tensors
        #expect(
            tensors.keys.sorted() == [
                "input.x", "output.0", "weight.down_proj.weight", "weight.gate_proj.weight",
                "weight.up_proj.weight",
            ])

        let place = folder.path + "/reproduction"
        try writeReproduction(
            of: fault,
            ReproductionSources(
                pythonPlace: fault.line.source, swiftPlace: "A.swift:7:9", python: "", swift: ""),
            module: ReplayedModule(folder: module.folder, outputs: outputs), request: request,
            as: "llama.yml", in: CheckoutState(commit: nil, patch: ""), to: place,
            program: "/nowhere/mlx-port")
        let names = try FileManager.default.contentsOfDirectory(atPath: place).sorted()
        #expect(names.contains("module") && names.contains("run-model.sh"))
        let script = try String(contentsOf: URL(filePath: place + "/run.sh"), encoding: .utf8)
        #expect(script.contains(#""$program" replay llama "#))
        let readme = try String(contentsOf: URL(filePath: place + "/README.md"), encoding: .utf8)
        #expect(readme.contains("elements differ"))

        // The same with a right tool: nothing differs.
        var right = module
        right.tool = try folder.script(
            "right-tool",
            """
            shift
            PYTHONPATH='\(Repository.path)/Reference' exec '\(Repository.path)/.venv/bin/python' \
            -m recorder call '\(folder.path)/llama.yml' "$2" "$3" "$4"
            """)
        #expect(try right.run().map(\.isIdentical) == [true])
    }

    @Test("is not the module where that is the model itself, or is not called there")
    func refused() throws {
        let folder = try TemporaryFolder()
        let request = try request(folder)
        var fault = try #require(try reduceFault(request) { _ in })
        let module = ModuleReproduction(
            definition: request.family, package: request.package, folder: folder.path + "/module",
            python: request.python, tool: request.tool)
        fault.line.path = ""
        #expect(throws: HarnessError.self) { try module.record(fault) }
        fault.line.path = "language_model.model.layers.0"
        fault.line.call = 1
        let error = #expect(throws: HarnessError.self) { try module.record(fault) }
        #expect(error.map { "\($0)".contains("is not called 2 times") } == true)
    }

    @Test("is run by whichever mlx-port there is")
    func script() throws {
        let folder = try TemporaryFolder()
        let program = try folder.script("it's mlx-port", "pwd; printf '%s\\n' \"$@\"; exit 1")
        let text = ReproductionText.script(
            comment: "Runs both sides.", command: "verify", family: "llama", package: "mlx-vlm",
            options: "--lines --dtype float32", program: program)
        let script = try folder.script("run.sh", text)
        let outcome = try Subprocess(
            executable: "/bin/sh", arguments: [script, "--json"], advice: ""
        ).run()
        #expect(outcome.status == 1)
        let words = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n")
        #expect(
            words.map(String.init) == [
                folder.path, "verify", "llama", "--package", "mlx-vlm", "--definitions",
                folder.path + "/definitions", "--lines", "--dtype", "float32", "--json",
            ])
        let elsewhere = try Subprocess(
            executable: "/bin/sh", arguments: [script],
            environment: ["MLX_PORT": "/nowhere/mlx-port", "PATH": "/usr/bin:/bin"], advice: ""
        ).run()
        #expect(elsewhere.status == 2)
        #expect(elsewhere.errorLines == ["MLX_PORT=CHECKOUT/.build/release/mlx-port sh run.sh"])
    }
}

@Suite("The state of a checkout")
struct CheckoutStateTests {
    @Test("is a commit and a patch that makes of it what is there")
    func patch() throws {
        let folder = try TemporaryFolder()
        let script = try folder.script(
            "make.sh",
            """
            set -e
            git() { command git -c user.name=a -c user.email=a@b -c init.defaultBranch=main "$@"; }
            mkdir -p '\(folder.path)/a/Sources'; cd '\(folder.path)/a'
            git init -q; echo one > Sources/one.swift; git add -A; git commit -qm first
            command git clone -q . ../b
            echo two >> Sources/one.swift; echo new > 'Sources/new one.swift'; echo no > notes
            """)
        let made = try Subprocess(executable: script, arguments: [], advice: "").run()
        #expect(made.status == 0)
        let state = try CheckoutState(of: folder.path + "/a")
        #expect(state.commit?.count == 40)
        try Data(state.patch.utf8).write(to: URL(filePath: folder.path + "/patch"))
        let applied = try Subprocess(
            executable: "/usr/bin/env",
            arguments: ["git", "-C", folder.path + "/b", "apply", folder.path + "/patch"],
            advice: ""
        ).run()
        #expect(applied.status == 0)
        let again = try CheckoutState(of: folder.path + "/b")
        #expect(again == state)
        #expect(!state.patch.contains("notes"))
    }

    @Test("is unknown outside of git")
    func none() throws {
        let folder = try TemporaryFolder()
        let state = try CheckoutState(of: folder.path)
        #expect(state == CheckoutState(commit: nil, patch: ""))
    }
}
