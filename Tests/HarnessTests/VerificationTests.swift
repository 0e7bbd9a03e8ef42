import Foundation
import Harness
import Testing
import TraceDiff

@Suite("A verification")
struct VerificationTests {
    /// A stand-in for `llm-tool` that is right by construction: the reference itself.
    func tool(_ folder: TemporaryFolder, source: String? = nil, last: String = "") throws -> String
    {
        let option = source.map { " --source '\($0)'" } ?? ""
        return try folder.script(
            "llm-tool",
            """
            command=$1; shift
            PYTHONPATH='\(Repository.path)/Reference' '\(Repository.path)/.venv/bin/python' \
            -m recorder $command\(option) "$@" || exit $?
            while [ $# -gt 1 ]; do [ "$1" = --trace ] && trace=$2; [ "$1" = --output ] && out=$2; shift; done
            \(last)
            """)
    }

    func request(
        _ folder: TemporaryFolder, tool: String, dtype: String = "float32"
    ) -> VerificationRequest {
        VerificationRequest(
            family: "llama", selection: VariantSelection(dtypes: [dtype], batches: [2]),
            python: Repository.python, tool: tool, folder: folder.path + "/work")
    }

    @Test(
        "of equal sides counts every call of every pass as identical",
        arguments: [
            "float32", "bfloat16",
        ])
    func equal(dtype: String) throws {
        let folder = try TemporaryFolder()
        var steps: [VerificationStep] = []
        let result = try verifyFamily(request(folder, tool: tool(folder), dtype: dtype)) {
            steps.append($0)
        }
        #expect(result.isIdentical)
        #expect(result.counts.identical == 6 * 61 && result.counts.total == 6 * 61)
        let variant = try #require(result.variants.first)
        #expect(variant.countsByRun.map(\.run).first == "prefill")
        #expect(variant.countsByRun.map(\.counts.identical) == Array(repeating: 61, count: 6))
        #expect(variant.logits.map(\.name) == ["decode_logits", "full_logits", "prefill_logits"])
        #expect(variant.firstDifference == nil)
        let run = try #require(result.variants.first).files
        #expect(run.dtype == dtype && run.batch == 2 && run.scene == nil)
        #expect(steps.contains(.running(run)))
        #expect(steps.last == .compared(run, isIdentical: true))
    }

    @Test("names the call after a changed constant, with source line and numbers")
    func different() throws {
        let folder = try TemporaryFolder()
        let source = try folder.mutatedPackage(
            module: "language.py", replacing: "return self.down_proj(swiglu(",
            with: "return 1.001 * self.down_proj(swiglu(")
        let result = try verifyFamily(request(folder, tool: tool(folder, source: source)))
        #expect(!result.isIdentical)
        let variant = try #require(result.firstFailure)
        let first = try #require(variant.firstDifference)
        #expect(first.path == "language_model.model.layers.0.mlp" && first.run == "prefill")
        #expect(try first.reference?.source == Repository.place(ofCallIn: "MLP"))
        #expect(first.reference?.shape == [2, 13, 64] && first.reference?.dtype == "float32")
        #expect(first.smallestRelative.map { $0 > 1e-5 && $0 < 1e-2 } == true)
        #expect(variant.logits.allSatisfy { !$0.isIdentical && $0.difference != nil })
        #expect(variant.logits[0].problem?.contains("elements differ, by") == true)
    }

    @Test("of a candidate with few probes lists what it cannot record")
    func fewProbes() throws {
        let folder = try TemporaryFolder()
        let tool = try tool(
            folder,
            last: """
                sed -i -e 's/"probes":"modules"/"probes":["Linear","RMSNorm"]/' \
                -e 's/,"records":[0-9]*//' "$trace"
                sed -i -n -e 1p -e '/"name":"Linear"/p' -e '/"name":"RMSNorm"/p' "$trace"
                """)
        let result = try verifyFamily(request(folder, tool: tool))
        #expect(result.isIdentical)
        #expect(result.counts.identical == 6 * (4 * 9 + 2))
        #expect(result.counts.notProbed == 6 * (4 * 5 + 3))
    }

    @Test("of a candidate that claims all probes fails where a record is missing")
    func missingRecord() throws {
        let folder = try TemporaryFolder()
        let tool = try tool(
            folder,
            last: """
                sed -i -e 's/,"records":[0-9]*//' -e '/layers.3.mlp"/d' "$trace"
                """)
        let result = try verifyFamily(request(folder, tool: tool))
        #expect(!result.isIdentical)
        #expect(result.counts.missing == 6)
        #expect(result.variants[0].firstDifference?.verdict == .missing)
    }

    @Test("passes on what the tool said when it failed")
    func failing() throws {
        let folder = try TemporaryFolder()
        let tool = try folder.script("llm-tool", "echo 'error: no such thing' >&2; exit 2")
        #expect(
            throws: HarnessError.failed(
                program: "llm-tool", status: 2, message: "no such thing")
        ) { try verifyFamily(request(folder, tool: tool)) }
        let silent = try folder.script("silent", "exit 0")
        let error = #expect(throws: HarnessError.self) {
            try verifyFamily(request(folder, tool: silent))
        }
        #expect(error?.description.hasPrefix("llm-tool: wrote no ") == true)
        #expect(throws: HarnessError.self) {
            try verifyFamily(request(folder, tool: folder.path + "/absent"))
        }
    }

    @Test("reports weights that do not fit as weights, though nothing could run")
    func wrongWeights() throws {
        let folder = try TemporaryFolder()
        let recorded = try recordWork(
            "llama", selection: VariantSelection(dtypes: ["float32"], batches: [2]),
            using: Repository.python, folder: folder.path + "/other")
        var trace = try Trace(contentsOf: try #require(recorded.first).trace)
        trace.records.removeAll { $0.kind != .weight }
        let places = trace.records.indices.filter {
            trace.records[$0].path.hasSuffix("layers.0.self_attn.q_proj.weight")
                || trace.records[$0].path.hasSuffix("layers.0.self_attn.o_proj.weight")
        }
        let names = places.map { trace.records[$0].path }
        trace.records[places[0]].path += "s"
        trace.records[places[1]].hash = trace.records[0].hash
        let file = folder.path + "/weights.jsonl"
        try trace.write(to: file)
        let tool = try folder.script(
            "llm-tool", "[ $1 = inspect ] && exec cat '\(file)'; echo 'error: no' >&2; exit 2")

        let result = try verifyFamily(request(folder, tool: tool))
        #expect(!result.isIdentical && result.counts.total == 0)
        let variant = try #require(result.variants.first)
        let faults = try #require(variant.weightFaults)
        #expect(faults.missing == [names[0]] && faults.unexpected == [names[0] + "s"])
        #expect(faults.wrong.keys.sorted() == [names[1]])
        #expect(
            variant.comparison.firstDifference.map { variant.comparison.record($0).kind } == .weight
        )

        trace.records[places[0]].path = names[0]
        trace.records[places[1]].hash = try #require(
            variant.comparison.reference.records.first { $0.path == names[1] }
        ).hash
        try trace.write(to: file)
        #expect(throws: HarnessError.self) { try verifyFamily(request(folder, tool: tool)) }
    }

    @Test("explains the first difference by the values of both sides")
    func explained() throws {
        let folder = try TemporaryFolder()
        let source = try folder.mutatedPackage(
            module: "language.py", replacing: "keys = self.rope(keys, offset=cache.offset)",
            with: "keys = self.rope(keys, offset=cache.offset + 1)")
        let result = try verifyFamily(request(folder, tool: tool(folder, source: source)))
        let variant = try #require(result.variants.first)
        #expect(variant.causes == [.positionOffset(by: 1)])
        #expect(variant.comparison.firstDifference?.values?.unequal ?? 0 > 0)
        #expect(variant.weights.identical == 39)
    }

    @Test("reports a damaged trace of the candidate with file and line")
    func damaged() throws {
        let folder = try TemporaryFolder()
        let tool = try tool(folder, last: "printf '{\"run\"' >> \"$trace\"")
        let error = #expect(throws: TraceError.self) {
            try verifyFamily(request(folder, tool: tool))
        }
        #expect(error?.description.contains("truncated trace") == true)
    }
}
