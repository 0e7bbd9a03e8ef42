import Testing
import TraceDiff

@Suite("The line at fault")
struct CulpritLineTests {
    /// A record whose value is told by a number.
    private func line(_ place: String, _ name: String, _ value: UInt8, path: String = "layers.0")
        -> TraceRecord
    {
        TraceRecord(
            run: "prefill", kind: .line, path: path, source: place, name: name, shape: [],
            dtype: "number", sum: 0, l2: 0, min: 0, max: 0, checksum: TraceChecksum(0),
            hash: TraceHash(bytes: [UInt8](repeating: value, count: 32))!)
    }

    private func comparison(_ reference: [TraceRecord], _ candidate: [TraceRecord]) -> Comparison {
        let header = TraceHeader(
            family: "f", package: "p", version: "1", dtype: "float32", batch: 1, seed: 0,
            recorder: "test", probes: .lines)
        return Comparison(
            reference: Trace(header: header, records: reference),
            candidate: Trace(header: header, records: candidate))
    }

    @Test("The first line that differs")
    func first() {
        let found = comparison(
            [line("a.py:2:5", "x", 1), line("a.py:3:5", "y", 2)],
            [line("a.py:2:5", "x", 1), line("a.py:3:5", "y", 9)])
        #expect(found.culpritLine()?.name == "y")
        #expect(found.culpritLine(except: { $0.name == "y" }) == nil)
    }

    @Test("What a function is given differs: the line that calls it")
    func caller() {
        func records(_ given: UInt8, _ rest: UInt8) -> [TraceRecord] {
            [
                line("a.py:20:1", "(x)", 1),
                line("a.py:21:5", "h", 2),
                line("a.py:5:5", "(x)", given, path: "layers.0.mlp"),
                line("a.py:6:9", "y", rest, path: "layers.0.mlp"),
                line("a.py:7:9", "return", rest, path: "layers.0.mlp"),
                line("a.py:22:5", "h", rest),
                line("a.py:23:5", "return", rest),
            ]
        }
        let found = comparison(records(3, 4), records(8, 9))
        #expect(found.culpritLine()?.source == "a.py:22:5")
    }

    @Test(
        "Behind a line that is explained, what its function made of what it was given is no fault")
    func explainedCaller() {
        func records(_ given: UInt8, _ last: UInt8) -> [TraceRecord] {
            [
                line("a.py:20:1", "(x)", 1),
                line("a.py:5:5", "(x)", given, path: "layers.0.mlp"),
                line("a.py:7:9", "return", given, path: "layers.0.mlp"),
                line("a.py:22:5", "h", given),
                line("a.py:23:5", "y", last),
            ]
        }
        let found = comparison(records(3, 4), records(8, 9))
        #expect(found.culpritLine(except: { $0.name == "h" })?.name == "y")
        #expect(found.culpritLine(except: { ["h", "y"].contains($0.name) }) == nil)
    }

    @Test("The line that calls may be in a function of which nothing else is known")
    func unknownCaller() {
        func records(_ given: UInt8) -> [TraceRecord] {
            [
                line("a.py:5:5", "(x)", given),
                line("a.py:6:9", "return", given),
                line("a.py:22:5", "h", given, path: ""),
            ]
        }
        #expect(comparison(records(3), records(8)).culpritLine()?.source == "a.py:22:5")
    }

    @Test("A function that is called with what it should get is at fault itself")
    func callee() {
        func records(_ value: UInt8) -> [TraceRecord] {
            [
                line("a.py:5:5", "(x)", 3, path: "layers.0.mlp"),
                line("a.py:6:9", "y", value, path: "layers.0.mlp"),
                line("a.py:22:5", "h", value),
            ]
        }
        #expect(comparison(records(4), records(9)).culpritLine()?.source == "a.py:6:9")
    }
}
