import PythonSyntax
import Testing
import TraceDiff
import Translation

@testable import Analysis
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

    private func record(
        _ place: String, _ name: String, call: Int = 0, dtype: String = "number", sum: Double = 0
    ) -> TraceRecord {
        TraceRecord(
            run: "prefill", kind: .line, path: "layers.0", source: place, name: name, call: call,
            shape: [], dtype: dtype, sum: sum, l2: 0, min: 0, max: 0,
            checksum: TraceChecksum(0), hash: TraceHash(bytes: [UInt8](repeating: 0, count: 32))!)
    }

    @Test("Lines of one function go by their names, in order")
    func order() {
        #expect(map.swift[.init(place: "a.py:3:5", name: "q")] == "A.swift:3:9")
        #expect(map.python["A.swift:2:9"] == nil)
        #expect(map.python["A.swift:4:9"]?.map(\.place) == ["a.py:6:9", "a.py:8:9"])
    }

    @Test("Of what two families made of a function, the one counts that the Swift is like")
    func closest() {
        func made(_ names: String...) -> TranslatedFunction {
            TranslatedFunction(
                name: "A.callAsFunction",
                bindings: names.enumerated().map {
                    LineBinding(name: $1, places: ["a.py:\($0):1"], swiftName: $1)
                })
        }
        let swift = InstrumentedFunction(
            name: "A.callAsFunction",
            bindings: ["(x)", "h", "return"].enumerated().map {
                SwiftBinding(name: $1, place: "A.swift:\($0):1")
            })
        let map = LineMap([made("return"), made("(x)", "h", "return")], [swift])
        #expect(map.python["A.swift:0:1"]?.map(\.place) == ["a.py:0:1"])
        #expect(map.python["A.swift:2:1"]?.map(\.place) == ["a.py:2:1"])
    }

    @Test("An overload that passes on what it is given takes no other function's lines")
    func overload() {
        let names = ["(x)", "h", "return"]
        let function = TranslatedFunction(
            name: "A.callAsFunction",
            bindings: names.enumerated().map {
                LineBinding(name: $1, places: ["a.py:\($0):1"], swiftName: $1)
            })
        func swift(_ names: [String], _ file: String) -> InstrumentedFunction {
            InstrumentedFunction(
                name: "A.callAsFunction",
                bindings: names.enumerated().map {
                    SwiftBinding(name: $1, place: "\(file):\($0):1")
                })
        }
        let map = LineMap(
            [function], [swift(["(x)", "return"], "B.swift"), swift(names, "A.swift")])
        #expect(map.python["A.swift:0:1"]?.map(\.place) == ["a.py:0:1"])
        #expect(map.python["B.swift:0:1"] == nil)
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

    @Test("A value of three parts is of the run that gave it, where the run before gave two")
    func parts() {
        let parts = [("q.0", 0), ("q.1", 0), ("q.0", 1), ("q.1", 1), ("q.2", 1)]
        let reference = parts.map { record("a.py:3:5", $0.0, call: $0.1) }
        let candidate = parts.map { name, call in
            record(
                "A.swift:3:9", name.replacing("q", with: "queries"), call: call,
                dtype: "float32")
        }
        let translated = map.translate(candidate, reference: reference)
        #expect(translated.map(\.name) == reference.map(\.name))
        #expect(translated.map(\.call) == reference.map(\.call))
    }

    @Test("A scalar array is the number that the Python has, if it is the same")
    func numbers() {
        let reference = [record("a.py:3:5", "q", sum: 4), record("a.py:3:5", "q", call: 1, sum: 5)]
        let candidate = [
            record("A.swift:3:9", "queries", dtype: "int32", sum: 4),
            record("A.swift:3:9", "queries", call: 1, dtype: "int32", sum: 6),
        ]
        let translated = map.translate(candidate, reference: reference)
        #expect(translated.map(\.dtype) == ["number", "int32"])
    }

    @Test("A line that repeats what another gave is compared with the same Swift line")
    func repetitions() {
        func span(_ line: Int) -> SourceSpan {
            SourceSpan(line: line, column: 5, endLine: line, endColumn: 9)
        }
        func line(_ name: String, _ place: Int, isRepeated: Bool) -> ComponentLine {
            ComponentLine(
                name: name, file: nil, span: span(place), patternName: "h", patternSpan: span(3),
                isRepeated: isRepeated)
        }
        var map = LineMap()
        map.add(
            components: [
                PatternFunction(
                    component: "Layer", name: "__call__", lines: [.init(name: "h", span: span(3))])
            ],
            [
                InstrumentedFunction(
                    name: "Layer.callAsFunction",
                    bindings: [SwiftBinding(name: "h", place: "Layer.swift:7:9")])
            ],
            classes: [
                (
                    "a.py", "Layer",
                    [line("x", 20, isRepeated: false), line("residual", 21, isRepeated: true)]
                )
            ])
        let reference = [record("a.py:20:5", "x"), record("a.py:21:5", "residual")]
        let translated = map.translate([record("Layer.swift:7:9", "h")], reference: reference)
        #expect(translated.map(\.source) == ["a.py:20:5", "a.py:21:5"])
        #expect(translated.map(\.name) == ["x", "residual"])
    }

    @Test("What nothing reads is told under the Python's own place")
    func unread() {
        var map = map
        map.add(unread: [SwiftBinding(name: "B", place: "unread a.py:2:5 B")])
        let translated = map.translate([record("unread a.py:2:5 B", "B")], reference: [])
        #expect(translated.map(\.source) == ["a.py:2:5"])
    }

    @Test("An assignment counts as compared if one of its names is")
    func coverage() {
        let coverage = LineCoverage(
            compared: [record("a.py:3:5", "q"), record("a.py:3:5", "q", call: 1)],
            left: [record("a.py:3:5", "k"), record("a.py:2:5", "B")], map: map)
        #expect(coverage.model == .init(executed: 2, compared: 1, values: 2))
        #expect(coverage.model.share == 0.5)
        #expect(coverage.uncompared.map(\.name) == ["B"])
        #expect(coverage.unreadNames.map(\.name) == ["k"])
    }
}
