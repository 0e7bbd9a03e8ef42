import Testing

@testable import Instrumentation

@Suite("Instrumented Swift")
struct InstrumentSwiftTests {
    private func instrumented(_ body: String) -> (lines: [Substring], InstrumentedSwift) {
        let result = instrumentSwift(body, file: "A.swift")
        return (result.text.split(separator: "\n"), result)
    }

    @Test("What a line assigns is told behind it, and what it returns on the way")
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
                return try attend(h)
            }
            """)
        #expect(
            lines == [
                "import MLXNN",
                "func f(_ x: MLXArray) throws -> MLXArray {",
                #"    let (batch, length) = (x.dim(0), x.dim(1)); traceLine("A.swift:3:10", "batch", batch); traceLine("A.swift:3:17", "length", length)"#,
                #"    var h = try norm(x); traceLine("A.swift:4:9", "h", h)"#,
                #"    h += x; traceLine("A.swift:5:5", "h", h)"#,
                #"    self.offset = 3; traceLine("A.swift:6:5", "offset", self.offset)"#,
                "    h[1...] = x",
                #"    return try traceResult("A.swift:8:12", attend(h))"#,
                "}",
            ])
        #expect(result.functions.map(\.name) == ["f"])
        #expect(
            result.functions[0].bindings.map(\.name) == [
                "batch", "length", "h", "h", "offset", "return",
            ])
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
        #expect(lines[2] == "    func callAsFunction(_ x: MLXArray) -> MLXArray { observe {")
        #expect(lines[3] == #"        traceResult("A.swift:4:9", layer(x))"#)
        #expect(lines[4] == "    } }")
        #expect(lines[8] == "        observe {")
        #expect(lines[9] == #"            let y = layer(x); traceLine("A.swift:10:17", "y", y)"#)
        #expect(lines[10] == #"            return traceResult("A.swift:11:20", y + 1)"#)
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
        #expect(lines[4].contains(#"{ x = i; traceLine("A.swift:5:26", "x", x) }"#))
        #expect(lines[5].contains(#"x = 2; traceLine("#))
        #expect(lines[6].contains("let a = $0; return a }; traceLine("))
        #expect(lines[7].contains(#"{ traceResult("A.swift:8:27", x) }"#))
        #expect(result.functions.map(\.name) == ["A.f", "A.f.g"])
    }
}
