import Foundation
import Harness
import Testing
import TraceDiff

@Suite("The recorder on Llama")
struct RecorderTests {
    @Test("records every call of every module, in the order in which calls return")
    func everyCall() throws {
        let folder = try TemporaryFolder()
        var said: [String] = []
        let recorded = try recordWork(
            "llama", selection: VariantSelection(dtypes: ["float32"], batches: [2]),
            using: Repository.python, folder: folder.path
        ) { said.append($0) }
        #expect(said == ["llama float32-b2: 411 records"])
        let variant = try #require(recorded.first)
        #expect(recorded.count == 1 && variant.records == 411 && variant.unrecorded == 0)

        let trace = try Trace(contentsOf: variant.trace)
        #expect(trace.header.package == "mlx-vlm" && trace.header.batch == 2)
        // The parameters come first, in alphabetic order.
        let weights = trace.records.filter { $0.kind == .weight }
        #expect(weights.count == 39 && trace.records.prefix(39).elementsEqual(weights))
        #expect(weights.map(\.path) == weights.map(\.path).sorted())
        let runs = ["prefill", "decode.0", "decode.1", "decode.2", "decode.3", "full"]
        for run in runs {
            let records = trace.records.filter { $0.run == run }
            // Per layer: 2 norms, 4 projections, 2 rope calls, attention, 3 + 1 of the MLP, itself;
            // then embedding, norm, head, the inner and the outer model, and the token ids.
            #expect(records.count == 4 * 14 + 5 + 1, "\(run)")
            #expect(records.first?.isTokenIds == true)
            #expect(records.last?.path == "language_model")
            let rope = records.filter { $0.path.hasSuffix("layers.1.self_attn.rope") }
            #expect(rope.map(\.call) == [0, 1])
            #expect(
                rope.map(\.shape) == [
                    [2, 4, Self.length(run), 24], [2, 2, Self.length(run), 24],
                ])
        }
        let attention = try #require(trace.records.first { $0.name == "Attention" })
        #expect(attention.path == "language_model.model.layers.0.self_attn")
        #expect(try attention.source == Repository.place(ofCallIn: "Attention"))
        #expect(trace.records.first { $0.name == "Linear" }?.source.hasPrefix("mlx/nn/") == true)
    }

    @Test("runs a part of a package's model as a family of its own")
    func part() throws {
        let folder = try TemporaryFolder()
        let text = try String(
            contentsOfFile: "\(Repository.path)/Generator/Families/llama.yml", encoding: .utf8)
        let definition = folder.path + "/llama.yml"
        try text.replacing(
            "modules: [config, language, llama]",
            with: "modules: [config, language]\nentry: language.LanguageModel"
        ).write(toFile: definition, atomically: true, encoding: .utf8)
        let recorded = try recordWork(
            definition, selection: VariantSelection(dtypes: ["float32"], batches: [1]),
            using: Repository.python, folder: folder.path)
        let trace = try Trace(contentsOf: try #require(recorded.first).trace)
        #expect(trace.records.last?.path == "")
        #expect(trace.records.contains { $0.path == "model.layers.0.self_attn.q_proj" })
    }

    @Test("starts each run with the weights of the checkpoint, whatever the one before has changed")
    func weightsOfEachRun() throws {
        let folder = try TemporaryFolder()
        // Gemma 3n clips weights when it is called.
        let recorded = try recordWork(
            "gemma3n_text", selection: VariantSelection(dtypes: ["float32"], batches: [1, 2]),
            using: Repository.python, folder: folder.path)
        let weights = try recorded.map { variant in
            try Trace(contentsOf: variant.trace).records.filter { $0.kind == .weight }
        }
        #expect(weights.count == 2 && !weights[0].isEmpty)
        #expect(weights[0].map(\.hash) == weights[1].map(\.hash))
    }

    static func length(_ run: String) -> Int {
        switch run {
        case "prefill": 13
        case "full": 17
        default: 1
        }
    }

    @Test("gives the statistics that Swift computes from the same bytes")
    func statistics() throws {
        let folder = try TemporaryFolder()
        let recorded = try recordWork(
            "llama", selection: VariantSelection(batches: [1]), using: Repository.python,
            folder: folder.path, keepsValues: true)
        for variant in recorded {
            let trace = try Trace(contentsOf: variant.trace)
            let values = try TensorFile(
                contentsOf: Trace.valuesPath(besideTrace: variant.trace))
            for record in trace.records {
                let statistics = try #require(
                    values.withBytes(of: record.valueName) { TensorStatistics($0, $1.type) })
                #expect(statistics.sum == record.sum && statistics.l2 == record.l2)
                #expect(statistics.min == record.min && statistics.max == record.max)
                #expect(statistics.checksum == record.checksum)
            }
        }
    }

    @Test("writes the same bytes each time, in either layout of the checkpoint")
    func deterministic() throws {
        let folders = try (0..<2).map { _ in try TemporaryFolder() }
        let layouts = [
            CheckpointLayout(), CheckpointLayout(names: .huggingface, shards: 3),
        ]
        let selection = VariantSelection(dtypes: ["bfloat16"])
        let runs = try zip(folders, layouts).map { folder, layout in
            try recordWork(
                "llama", selection: selection, using: Repository.python, folder: folder.path,
                layout: layout)
        }
        #expect(runs[0].count == 2)
        for (first, second) in zip(runs[0], runs[1]) {
            // The header says which layout it was.
            let traces = try [first, second].map {
                try String(contentsOfFile: $0.trace, encoding: .utf8)
                    .replacing("\"layout\":\"huggingface\"", with: "\"layout\":\"mlx\"")
            }
            #expect(traces[0] == traces[1])
            for path in [\RecordedVariant.inputs, \.outputs] {
                let left = try Data(contentsOf: URL(fileURLWithPath: first[keyPath: path]))
                let right = try Data(contentsOf: URL(fileURLWithPath: second[keyPath: path]))
                #expect(left == right)
            }
        }
    }

    @Test("gives other bits after a constant of the source changed, and names the place")
    func changedConstant() throws {
        let folder = try TemporaryFolder()
        let source = try folder.mutatedPackage(
            module: "language.py", replacing: "head_dim**-0.5", with: "head_dim**-0.4")
        let selection = VariantSelection(dtypes: ["float32"], batches: [1])
        let right = try recordWork(
            "llama", selection: selection, using: Repository.python,
            folder: folder.path + "/right")
        let wrong = try recordWork(
            "llama", selection: selection,
            using: PythonReference(repository: Repository.path, source: source),
            folder: folder.path + "/wrong")
        let comparison = try Comparison(
            referencePath: right[0].trace, candidatePath: wrong[0].trace)
        let first = try #require(comparison.firstDifference)
        #expect(first.verdict == .differs && first.stage == .bits)
        #expect(
            comparison.record(first).path == "language_model.model.layers.0.self_attn.o_proj")
        #expect(comparison.candidate.header.sources != comparison.reference.header.sources)
    }

    @Test("finds the committed traces up to date, and says what changed if they are not")
    func committed() throws {
        #expect(try checkRecordedFamily("llama", using: Repository.python) == [])

        let selection = VariantSelection(dtypes: ["float32"], batches: [1])
        let folder = try TemporaryFolder()
        let missing = try checkRecordedFamily(
            "llama", selection: selection, using: Repository.python, recorded: folder.path)
        #expect(missing.count == 1 && missing[0].hasSuffix("not recorded yet"))

        let paths = try recordFamily(
            "llama", selection: selection, using: Repository.python, output: folder.path)
        #expect(paths == [folder.path + "/llama/float32-b1.trace.jsonl.gz"])
        let source = try folder.mutatedPackage(
            module: "language.py", replacing: "h = x + r", with: "h = r + x * 1.5")
        let changed = try checkRecordedFamily(
            "llama", selection: selection,
            using: PythonReference(repository: Repository.path, source: source),
            recorded: folder.path)
        #expect(changed.count == 2)
        #expect(changed.first?.contains("sources") == true)
        #expect(changed.last?.hasSuffix("the record differs") == true)
    }

    @Test(
        "answers bad arguments with one message",
        arguments: [
            ("nonsense", VariantSelection(), "nonsense.yml: no such family definition; known: "),
            ("llama", VariantSelection(dtypes: ["int3"]), "unknown dtype 'int3'"),
            ("llama", VariantSelection(batches: [0]), "0 is not above 0"),
        ])
    func badArguments(family: String, selection: VariantSelection, cause: String) throws {
        let folder = try TemporaryFolder()
        let error = #expect(throws: HarnessError.self) {
            try recordWork(
                family, selection: selection, using: Repository.python, folder: folder.path)
        }
        #expect(error?.description.contains(cause) == true, "\(error?.description ?? "")")
    }

    /// A definition with a further entry of its reference.
    private static func run(_ entry: String) -> String {
        "family: x\npackage: mlx-lm\nmodules: [x]\nreference: {config: {}, prompt_length: 5, "
            + "decode_steps: 1, batches: [1], dtypes: [float32], seed: 1, \(entry)}"
    }

    @Test(
        "answers a bad definition with its file and key",
        arguments: [
            ("family: x", "the key package is missing"),
            ("family: x\npackage: torch", "package is 'torch', not mlx-vlm or mlx-lm"),
            ("- a\n- b", "the file is not a mapping"),
            ("family: [", "cannot be read"),
            (
                "family: x\npackage: mlx-lm\nmodules: [x]\nreference: {config: {}}",
                "reference.prompt_length is missing"
            ),
            (
                "family: x\npackage: mlx-lm\nmodules: []\nreference: {config: {}}",
                "modules is not a list of str"
            ),
            (
                "family: x\npackage: mlx-lm\nmodules: [x]\nreference: {config: {}, prompt_length: 0}",
                "reference.prompt_length is 0, not above 0"
            ),
            (run("inputs: {x: {shape: [0, 2]}}"), "reference.inputs.x.shape: [0, 2] has a size"),
            (run("inputs: {x: {shape: [2], form: 1}}"), "reference.inputs.x: unknown key 'form'"),
            (run("inputs: {x: {values: [[1], [2, 3]]}}"), "its lists are of different lengths"),
            (run("inputs: {x: {values: [0.5]}}"), "are not whole numbers or truth values"),
            (run("inputs: {x: {shape: [2], dtype: int8}}"), "reference.inputs.x.dtype is 'int8'"),
            (run("marks: [{token: 3, at: 4, count: 2}]"), "is not within the prompt of 5 tokens"),
            (run("marks: [{at: 4, count: 2}]"), "the key reference.marks.0.token is missing"),
            (run("scenes: [{heavy: true}]"), "the key reference.scenes.0.name is missing"),
            (run("scenes: [{name: a-b}]"), "reference.scenes.0.name: 'a-b' is not a name"),
            (run("scenes: [{name: a}, {name: a}]"), "reference.scenes: two are called 'a'"),
            (run("scenes: [{name: a, heavy: 1}]"), "reference.scenes.0.heavy is not true or false"),
            (run("scenes: [{name: a, seed: 1}]"), "reference.scenes.0: unknown key 'seed'"),
            (
                run("scenes: [{name: a, marks: [{token: 3, at: 4, count: 2}]}]"),
                "is not within the prompt of 5 tokens"
            ),
        ])
    func badDefinition(content: String, cause: String) throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/x.yml"
        try content.write(toFile: path, atomically: true, encoding: .utf8)
        let error = #expect(throws: HarnessError.self) {
            try recordWork(path, using: Repository.python, folder: folder.path)
        }
        #expect(error?.description.contains(path) == true, "\(error?.description ?? "")")
        #expect(error?.description.contains(cause) == true, "\(error?.description ?? "")")
    }

    @Test("is missed with advice where there is no environment")
    func noEnvironment() throws {
        let error = #expect(throws: HarnessError.self) {
            try recordFamily("llama", using: PythonReference(repository: "/no/such"))
        }
        #expect(
            error?.description
                == "/no/such/.venv/bin/python: no such program; run `make setup` first")
    }
}
