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

    @Test("can be read as far as it has been flushed")
    func partial() throws {
        try withStream { stream, path in
            let none = try Trace(contentsOf: path).records
            #expect(none.isEmpty)
            stream.append(record("a"))
            stream.append(record("b"))
            stream.flush()
            stream.append(record("c"))
            let both = try Trace(contentsOf: path).records
            #expect(both == [record("a"), record("b")])
        }
    }

    @Test("becomes the file that the whole trace would have given")
    func finished() throws {
        try withStream { stream, path in
            let records = [record("a"), record("b\"\n\u{1}é", [.nan, .infinity])]
            stream.append(records[0])
            stream.flush()
            stream.append(records[1])
            let target = path + ".whole"
            defer { try? FileManager.default.removeItem(atPath: target) }
            try stream.finish(as: target, header: trace([], probes: .classes(["A"])).header)
            #expect(!FileManager.default.fileExists(atPath: path))
            let text = try String(contentsOf: URL(filePath: target), encoding: .utf8)
            #expect(text == trace(records, probes: .classes(["A"])).encoded())
        }
    }

    @Test("leaves the file alone whose place cannot be written")
    func unwritable() throws {
        try withStream { stream, path in
            stream.append(record("a"))
            #expect(throws: TraceError.self) {
                try stream.finish(as: "/nowhere/a.trace.jsonl", header: trace([]).header)
            }
            let kept = try Trace(contentsOf: path).records
            #expect(kept == [record("a")])
        }
    }

    @Test("cannot be written to a folder that is not there")
    func missingFolder() {
        #expect(throws: TraceError.self) {
            try TraceStream(path: "/nowhere/a.trace.jsonl", header: trace([]).header)
        }
    }
}
