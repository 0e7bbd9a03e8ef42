import Foundation
import Harness
import Testing
import TraceDiff

@Suite("A committed trace")
struct CommittedTests {
    let root = Repository.path + "/Reference"

    func request(_ folder: TemporaryFolder, tool: String, family: String = "llama")
        -> VerificationRequest
    {
        VerificationRequest(
            family: family, selection: VariantSelection(dtypes: ["float32"]),
            python: PythonReference(repository: "/nowhere"), tool: tool,
            folder: folder.path + "/work")
    }

    /// A stand-in for `llm-tool`: the Python reference, which the harness itself must not start.
    func tool(_ folder: TemporaryFolder) throws -> String {
        try folder.script(
            "llm-tool",
            """
            command=$1; shift
            PYTHONPATH='\(Repository.path)/Reference' '\(Repository.path)/.venv/bin/python' \
            -m recorder $command "$@"
            """)
    }

    @Test("is there for every committed family, and small")
    func complete() throws {
        let definitions = Repository.path + "/Generator/Families"
        let names = try FileManager.default.subpathsOfDirectory(atPath: definitions)
            .filter { $0.hasSuffix(".yml") }.map { String($0.dropLast(4)) }
        #expect(names.count >= 209)
        var bytes = 0
        for name in names {
            let text = try String(contentsOfFile: "\(definitions)/\(name).yml", encoding: .utf8)
            let scenes = text.matches(of: #/- (\{ )?name: /#).count
            if scenes > 0, scenes == text.matches(of: /heavy: true/).count { continue }
            let traces = CommittedTraces(root: root, family: name)
            for path in try traces.paths(VariantSelection()) {
                let attributes = try FileManager.default.attributesOfItem(atPath: path)
                let size = (attributes[.size] as? Int) ?? .max
                #expect(size < 200_000, "\(path)")
                bytes += size
            }
        }
        #expect(bytes < names.count * 35_000)
    }

    @Test("is told to be outdated after its package changed, without a run")
    func outdated() throws {
        let families = ["llama", "mlx-lm/llama"]
        #expect(try outdatedTraces(of: families, using: Repository.python) == [])
        let folder = try TemporaryFolder()
        let source = try folder.mutatedPackage(
            module: "language.py", replacing: "h = x + r", with: "h = r + x")
        let changed = try outdatedTraces(
            of: ["llama"], using: PythonReference(repository: Repository.path, source: source))
        #expect(changed.count == 2 && changed.allSatisfy { $0.contains(": sources ") })
        let missing = try outdatedTraces(
            of: ["llama"], using: Repository.python, recorded: folder.path)
        #expect(missing.allSatisfy { $0.hasSuffix("not recorded yet") } && missing.count == 2)
    }

    @Test("gives the checkpoint and the inputs that the recorder writes, to the byte")
    func checkpoint() throws {
        let folder = try TemporaryFolder()
        _ = try verifyCommitted(
            CommittedTraces(root: root, family: "llama"),
            with: request(folder, tool: tool(folder)))
        let made = folder.path + "/work"
        let recorded = try recordWork(
            "llama", selection: VariantSelection(dtypes: ["float32"], batches: [2]),
            using: Repository.python, folder: folder.path + "/python")
        let variant = try #require(recorded.first)
        for (left, right) in [
            (
                made + "/checkpoint-float32/model.safetensors",
                variant.checkpoint + "/model.safetensors"
            ),
            (made + "/float32-b2/inputs.safetensors", variant.inputs),
        ] {
            let (ours, theirs) = try (TensorFile(contentsOf: left), TensorFile(contentsOf: right))
            #expect(ours.tensors.keys.sorted() == theirs.tensors.keys.sorted())
            for (name, tensor) in theirs.tensors {
                #expect(ours.tensors[name]?.shape == tensor.shape)
                #expect(ours.tensors[name]?.type == tensor.type)
                let equal = theirs.withBytes(of: name) { bytes, _ in
                    ours.withBytes(of: name) { other, _ in bytes.elementsEqual(other) }
                }
                #expect(equal == true, "\(name)")
            }
        }
        let config = try String(
            contentsOfFile: made + "/checkpoint-float32/config.json", encoding: .utf8)
        #expect(
            try config
                == String(contentsOfFile: variant.checkpoint + "/config.json", encoding: .utf8))
    }

    @Test("is verified without the harness starting Python")
    func verified() throws {
        let folder = try TemporaryFolder()
        let result = try verifyCommitted(
            CommittedTraces(root: root, family: "llama"),
            with: request(folder, tool: tool(folder)))
        let variant = try #require(result.variants.first)
        #expect(result.isIdentical && result.passes && result.variants.count == 1)
        #expect(variant.weights.identical == 39 && variant.counts.identical == 4 * 61)
        #expect(variant.logits.map(\.isIdentical) == [true, true, true])
        #expect(variant.countsByRun.map(\.run) == ["prefill", "decode.0", "decode.3", "full"])
    }

    @Test("of another architecture passes within the tolerances, and says which one it was")
    func otherMachine() throws {
        let folder = try TemporaryFolder()
        let path = try #require(
            try CommittedTraces(root: root, family: "llama")
                .paths(VariantSelection(dtypes: ["float32"])).first)
        var trace = try Trace(contentsOf: path)
        trace.header.machine = "vax"
        let place = try #require(
            trace.records.firstIndex { $0.path.hasSuffix("layers.2.mlp") })
        trace.records[place].hash = TraceHash(bytes: [UInt8](repeating: 1, count: 32))!
        let copy = folder.path + "/Reference/llama"
        try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
        // Read by its content: a trace may have the ending and not be compressed.
        try trace.write(to: copy + "/float32-b2.trace.jsonl.gz")
        let result = try verifyCommitted(
            CommittedTraces(root: folder.path + "/Reference", family: "llama"),
            with: request(folder, tool: tool(folder)))
        #expect(!result.isIdentical && result.passes)
        #expect(result.variants.first?.otherMachine == "vax")
    }

    @Test("that is not there, or older, gives one message with its path")
    func missing() throws {
        let folder = try TemporaryFolder()
        let tool = try tool(folder)
        let error = #expect(throws: HarnessError.self) {
            try verifyCommitted(
                CommittedTraces(root: root, family: "nothing"),
                with: request(folder, tool: tool, family: "nothing"))
        }
        #expect(error?.description.hasPrefix(root + "/nothing: no such run is recorded") == true)

        let copy = folder.path + "/Reference/llama"
        try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
        let path = try CommittedTraces(root: root, family: "llama")
            .paths(VariantSelection(dtypes: ["float32"]))[0]
        var trace = try Trace(contentsOf: path)
        trace.header.reference = nil
        try trace.write(to: copy + "/float32-b2.trace.jsonl.gz")
        let older = #expect(throws: HarnessError.self) {
            try verifyCommitted(
                CommittedTraces(root: folder.path + "/Reference", family: "llama"),
                with: request(folder, tool: tool))
        }
        #expect(older?.description.contains("recorded by an older recorder") == true)
    }
}
