import Foundation
import Testing
import TraceDiff

@Suite("A trace that is written record by record")
struct TraceStreamTests {
    private func withStream(_ body: (TraceStream, String) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "stream-\(UUID().uuidString).trace.jsonl").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(TraceStream(path: path, header: trace([]).header), path)
    }

    @Test("can be read at any time")
    func partial() throws {
        try withStream { stream, path in
            let none = try Trace(contentsOf: path).records
            #expect(none.isEmpty)
            stream.append(record("a"))
            stream.append(record("b"))
            let both = try Trace(contentsOf: path).records
            #expect(both == [record("a"), record("b")])
        }
    }

    @Test("is gone where the trace is whole elsewhere")
    func discarded() throws {
        try withStream { stream, path in
            stream.append(record("a"))
            stream.discard()
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test("cannot be written to a folder that is not there")
    func missingFolder() {
        #expect(throws: TraceError.self) {
            try TraceStream(path: "/nowhere/a.trace.jsonl", header: trace([]).header)
        }
    }
}
