import CompilerTestSupport
import Foundation
import Testing
import TraceDiff

@Suite("mlx-port compare")
struct CompareTests {
    @Test("Equal traces: exit code 0")
    func equal() throws {
        let folder = try TemporaryFolder()
        let reference = try folder.write(trace(hash: 1, sum: 1), to: "reference.jsonl").path
        let candidate = try folder.write(trace(hash: 1, sum: 1), to: "candidate.jsonl").path
        let result = try MLXPortProcess("compare", reference, candidate)
        #expect(result.status == 0, "\(result.log)")
        #expect(result.output.contains("identical"))
    }

    @Test("Different traces: exit code 1, and the first differing call is named")
    func different() throws {
        let folder = try TemporaryFolder()
        let reference = try folder.write(trace(hash: 1, sum: 1), to: "reference.jsonl").path
        let candidate = try folder.write(trace(hash: 2, sum: 2), to: "candidate.jsonl").path
        let report = folder.url.appending(path: "report.html")
        let result = try MLXPortProcess("compare", reference, candidate, "--report", report.path)
        #expect(result.status == 1)
        #expect(result.output.contains("language_model.model"))
        #expect(try String(contentsOf: report, encoding: .utf8).contains("<html"))
        let json = try MLXPortProcess("compare", reference, candidate, "--json")
        #expect(json.status == 1)
        #expect(throws: Never.self) {
            try JSONSerialization.jsonObject(with: Data(json.output.utf8))
        }
    }

    @Test("A trace that is not there, or is none, is named: exit code 2")
    func unreadable() throws {
        let folder = try TemporaryFolder()
        let trace = try folder.write(trace(hash: 1, sum: 1), to: "trace.jsonl").path
        let broken = try folder.write("no trace\n", to: "broken.jsonl").path
        for path in [broken, folder.url.path + "/missing.jsonl"] {
            let result = try MLXPortProcess("compare", trace, path)
            #expect(result.status == 2)
            #expect(result.log.contains(path), "\(result.log)")
        }
    }

    /// A trace of one module call.
    private func trace(hash: UInt8, sum: Double) -> String {
        let record = TraceRecord(
            run: "prefill", kind: .module, path: "language_model.model", source: "language.py:1:1",
            name: "Linear", call: 0, shape: [1, 2], dtype: "float32", sum: sum, l2: 1, min: 0,
            max: 1,
            checksum: TraceChecksum(UInt64(hash)),
            hash: TraceHash(bytes: Array(repeating: hash, count: 32))!)
        let header = TraceHeader(
            family: "sample", package: "sample", version: "1", dtype: "float32", batch: 1, seed: 7,
            recorder: "test 1", probes: .modules)
        return Trace(header: header, records: [record]).encoded()
    }
}
