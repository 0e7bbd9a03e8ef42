import Testing

@testable import Instrumentation

@Suite("Instrumented Swift")
struct InstrumentSwiftTests {
    private func instrumented(_ body: String) -> (lines: [Substring], InstrumentedSwift) {
        let result = instrumentSwift(body, file: "A.swift")
        return (result.text.split(separator: "\n"), result)
    }

    @Test(
        "What a line assigns is told behind it, which may give another value; what it returns on the way"
    )
    func assignments() {
        let (lines, result) = instrumented(
            """
            import MLXNN
            func f(_ x: MLXArray) throws -> MLXArray {
                let (batch, length) = (x.dim(0), x.dim(1))
                var h = try norm(x)
                h += x
                self.offset = 3
                h[1...] = x
                cache.offset = 4
                return try attend(h)
            }
            """)
        #expect(
            lines == [
                "import MLXNN",
                "func f(_ x: MLXArray) throws -> MLXArray {",
                #"    traceInput("A.swift:2:10", "(x)", x); var (batch, length) = (x.dim(0), x.dim(1)); batch = traceLine("A.swift:3:10", "batch", batch); length = traceLine("A.swift:3:17", "length", length)"#,
                #"    var h = try norm(x); h = traceLine("A.swift:4:9", "h", h)"#,
                #"    h += x; h = traceLine("A.swift:5:5", "h", h)"#,
                #"    self.offset = 3; self.offset = traceLine("A.swift:6:5", "offset", self.offset)"#,
                #"    h[1...] = x; tracePart("A.swift:7:5", of: h, h[1...])"#,
                #"    cache.offset = 4; cache.offset = traceLine("A.swift:8:5", ".", cache.offset)"#,
                #"    return try traceLine("A.swift:9:12", "return", attend(h))"#,
                "}",
            ])
        #expect(result.functions.map(\.name) == ["f"])
        #expect(
            result.functions[0].bindings.map(\.name) == [
                "(x)", "batch", "length", "h", "h", "offset", "[]", ".", "return",
            ])
    }

    @Test("Of a part of something that may be absent, that is told as it is")
    func optionalParts() {
        let (lines, _) = instrumented(
            """
            import MLXNN
            func f() {
                values?["key"] = 3
            }
            """)
        #expect(
            lines.contains(
                #"    values?["key"] = 3; tracePart("A.swift:3:5", of: values, values?["key"])"#))
    }

    @Test("What stands in where there is no value is told by itself")
    func fallbacks() {
        let (lines, result) = instrumented(
            """
            import MLXNN
            func f(x: MLXArray?) {
                let x = x ?? norm(y) + 1
                y = try z ?? y
                mask = mask.map { .array($0) } ?? make(x)
            }
            """)
        #expect(
            lines[2...4] == [
                #"    traceInput("A.swift:2:8", "(x)", x); var x = x ?? traceLine("A.swift:3:18", "x", norm(y) + 1); x = traceLine("A.swift:3:9", "x", x)"#,
                #"    y = try z ?? y; y = traceLine("A.swift:4:5", "y", y)"#,
                #"    mask = mask.map { .array($0) } ?? traceLine("A.swift:5:39", "mask", make(x)); mask = traceLine("A.swift:5:5", "mask", mask)"#,
            ])
        #expect(
            result.functions[0].bindings.map(\.name) == [
                "(x)", "x??", "x", "y", "mask??", "mask",
            ])
    }

    @Test("What the translation tells itself stays, on the line before")
    func unread() {
        let (lines, result) = instrumented(
            """
            import MLXNN
            func f(x: MLXArray) -> Int {
                traceLine("unread a.py:1:5", "D", x.dim(2))
                let y = x + 1
                traceLine(
                    "unread a.py:2:5", "z",
                    y + 1)
                return 3
            }
            """)
        #expect(
            lines == [
                "import MLXNN",
                #"func f(x: MLXArray) -> Int { traceInput("A.swift:2:8", "(x)", x); traceLine("unread a.py:1:5", "D", x.dim(2))"#,
                #"    var y = x + 1; y = traceLine("A.swift:3:9", "y", y); traceLine( "unread a.py:2:5", "z", y + 1)"#,
                #"    return traceLine("A.swift:4:12", "return", 3)"#,
                "}",
            ])
        #expect(result.unread.map(\.name) == ["D", "z"])
    }

    @Test("A list that is returned keeps the type that the function gives it")
    func listResult() {
        let (lines, _) = instrumented(
            """
            func blocks() -> [[any Block]] {
                [[a] + [b]]
            }
            func sizes(_ x: Int) -> [Int] {
                return [x]
            }
            """)
        #expect(
            lines[1]
                == #"    traceLine("A.swift:2:5", "return", [[a] + [b]] as [[any Block]])"#)
        #expect(lines[4].hasSuffix(#"return traceLine("A.swift:5:12", "return", [x] as [Int])"#))
    }

    @Test("What closures assign is told if asked for, what they return never")
    func closures() {
        let code = """
            import MLXNN
            func f() {
                g(x) { a in
                    let b = a + 1
                    return b
                }
                lock.withLock { a in
                    let c = a
                    use(c)
                }
            }
            """
        let with = instrumentSwift(code, file: "A.swift", withClosures: true)
        #expect(with.functions[0].bindings.map(\.name) == ["b"])
        #expect(with.text.contains("        return b\n"))
        #expect(instrumentSwift(code, file: "A.swift").functions[0].bindings.isEmpty)
    }

    @Test("A computed property has lines")
    func properties() {
        let (lines, result) = instrumented(
            """
            import MLXNN
            class A {
                var count = 3
                var size: Int { count * 2 }
            }
            """)
        #expect(lines[2] == "    var count = 3")
        #expect(
            lines[3] == #"    var size: Int { traceLine("A.swift:4:21", "return", count * 2) }"#)
        #expect(result.functions.map(\.name) == ["A.size"])
    }

    @Test("The calls of a module are observed once")
    func modules() {
        let (lines, result) = instrumented(
            """
            import MLXNN
            final class A: Module {
                func callAsFunction(_ x: MLXArray) -> MLXArray {
                    layer(x)
                }
            }
            final class B: Module {
                func callAsFunction(_ x: MLXArray) -> MLXArray {
                    observe {
                        let y = layer(x)
                        return y + 1
                    }
                }
            }
            """)
        #expect(lines[2] == "    func callAsFunction(_ x: MLXArray) -> MLXArray { observeLines {")
        #expect(
            lines[3]
                == #"        traceInput("A.swift:3:27", "(x)", x); return traceLine("A.swift:4:9", "return", layer(x))"#
        )
        #expect(lines[4] == "    } }")
        #expect(lines[8] == "        observe {")
        #expect(
            lines[9]
                == #"            traceInput("A.swift:8:27", "(x)", x); var y = layer(x); y = traceLine("A.swift:10:17", "y", y)"#
        )
        #expect(lines[10] == #"            return traceLine("A.swift:11:20", "return", y + 1)"#)
        #expect(result.functions.map(\.name) == ["A.callAsFunction", "B.callAsFunction"])
    }

    @Test("Branches and loops are looked into, closures and initialisers are not")
    func blocks() {
        let (lines, result) = instrumented(
            """
            // Without the module that is told.
            struct A {
                init() { let x = 1 }
                func f() {
                    for i in 0..<3 { x = i }
                    if let m { x = m } else if y { x = 2 } else { z() }
                    let w = list.map { let a = $0; return a }
                    func g() -> Int { x }
                }
            }
            """)
        #expect(lines[0].hasPrefix("import MLXNN; // "))
        #expect(lines[2] == "    init() { let x = 1 }")
        #expect(lines[4].contains(#"{ x = i; x = traceLine("A.swift:5:26", "x", x) }"#))
        #expect(lines[5].contains(#"x = 2; x = traceLine("#))
        #expect(lines[6].contains("let a = $0; return a }; w = traceLine("))
        #expect(lines[7].contains(#"{ traceLine("A.swift:8:27", "return", x) }"#))
        #expect(result.functions.map(\.name) == ["A.f", "A.f.g"])
    }
}
