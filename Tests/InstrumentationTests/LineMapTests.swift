import Testing
import TraceDiff
import Translation

@testable import Instrumentation

@Suite("Which Python line a Swift line stands for")
struct LineMapTests {
    private let map = LineMap(
        [
            TranslatedFunction(
                name: "A.callAsFunction",
                bindings: [
                    LineBinding(name: "B", places: ["a.py:2:5"], swiftName: nil),
                    LineBinding(name: "q", places: ["a.py:3:5"], swiftName: "queries"),
                    LineBinding(name: "q", places: ["a.py:4:5"], swiftName: "queries"),
                    LineBinding(name: "h", places: ["a.py:6:9", "a.py:8:9"], swiftName: "h"),
                    LineBinding(name: "return", places: ["a.py:9:5"], swiftName: "return"),
                ])
        ],
        [
            InstrumentedFunction(
                name: "A.callAsFunction",
                bindings: [
                    SwiftBinding(name: "mask", place: "A.swift:2:9"),
                    SwiftBinding(name: "queries", place: "A.swift:3:9"),
                    SwiftBinding(name: "h", place: "A.swift:4:9"),
                    SwiftBinding(name: "return", place: "A.swift:5:9"),
                ])
        ])

    private func record(_ place: String, _ name: String, call: Int = 0) -> TraceRecord {
        TraceRecord(
            run: "prefill", kind: .line, path: "layers.0", source: place, name: name, call: call,
            shape: [], dtype: "number", sum: 0, l2: 0, min: 0, max: 0,
            checksum: TraceChecksum(0), hash: TraceHash(bytes: [UInt8](repeating: 0, count: 32))!)
    }

    @Test("Lines of one function go by their names, in order")
    func order() {
        #expect(map.swift[.init(place: "a.py:3:5", name: "q")] == "A.swift:3:9")
        #expect(map.python["A.swift:2:9"] == nil)
        #expect(map.python["A.swift:4:9"]?.map(\.place) == ["a.py:6:9", "a.py:8:9"])
    }

    @Test("A line without counterpart has a reason")
    func reasons() {
        #expect(map.reason(for: .init(place: "a.py:2:5", name: "B")) == .unread)
        #expect(map.reason(for: .init(place: "a.py:4:5", name: "q")) == .folded)
        #expect(map.reason(for: .init(place: "b.py:1:1", name: "x")) == .elsewhere)
    }

    @Test("One Swift line for both branches is the branch that the Python took")
    func branches() {
        let reference = [record("a.py:8:9", "h"), record("a.py:6:9", "h")]
        let candidate = [
            record("A.swift:2:9", "mask"), record("A.swift:4:9", "h"),
            record("A.swift:4:9", "h", call: 1),
        ]
        let translated = map.translate(candidate, reference: reference)
        #expect(translated.map(\.source) == ["a.py:8:9", "a.py:6:9"])
        #expect(translated.map(\.call) == [0, 0])
    }
}
