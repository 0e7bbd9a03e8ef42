import Testing

@testable import Mutation

@Suite("Swift with faults")
struct MutateSwiftTests {
    private func mutated(_ text: String, limit: Int = 4) -> MutatedSwift {
        mutateSwift(text, file: "A.swift", limit: limit, isSwitchHere: true)
    }

    private func faults(_ statement: String) -> [String] {
        let result = mutated("func f() {\n    \(statement)\n    done()\n}", limit: 20)
        return result.mutants.map { "\($0.kind.rawValue): \($0.changed)" }
    }

    @Test("A statement becomes a choice, and every line stays where it is")
    func statements() {
        let result = mutated(
            """
            func f(_ x: MLXArray) -> MLXArray {
                let h = x
                    + y  // A comment.
                if done { z = h * 2 }
                return traceResult("A.swift:5:12", h - z)
            }
            """)
        #expect(
            result.text.split(separator: "\n") == [
                "func f(_ x: MLXArray) -> MLXArray {",
                "    let h = if mutant(1) { x - y } else { x",
                "        + y }  // A comment.",
                "    if (mutant(2) != (done)) { if mutant(3) { z = h / 2 } else if mutant(4) { z = h * 3 } else { z = h * 2 } }",
                #"    if mutant(5) { return traceResult("A.swift:5:12", h + z) }; return traceResult("A.swift:5:12", h - z)"#,
                "}",
            ])
        #expect(result.mutants.map(\.line) == [2, 4, 4, 4, 5])
        #expect(result.mutants[0].lastLine == 3)
        #expect(result.mutants[4].places == ["A.swift:5:12"])
    }

    @Test("A branch of a value is changed where it is, so that it counts only where it runs")
    func valueBranches() {
        let result = mutated(
            """
            func f() {
                let x =
                    if a { y * 2 } else { z }
                done()
            }
            """)
        #expect(
            result.text.split(separator: "\n")[2]
                == "        if a { if mutant(1) { y / 2 } else if mutant(2) { y * 3 } else { y * 2 } } else { z }"
        )
        #expect(result.mutants.map(\.line) == [3, 3])
    }

    @Test("A lone result gets the return that it needs then")
    func loneResult() {
        let result = mutated(
            """
            func f() -> MLXArray { observe {
                try traceResult("A.swift:2:5", x * y)
            } }
            """)
        #expect(
            result.text.split(separator: "\n")[1]
                == #"    if mutant(1) { return try traceResult("A.swift:2:5", x / y) }; return try traceResult("A.swift:2:5", x * y)"#
        )
    }

    @Test("What is told of a line says what the fault is in")
    func places() {
        let result = mutated(
            """
            func f() {
                let (a, b) = (x + 1, y); traceLine("A.swift:2:10", "a", a); traceLine("A.swift:2:13", "b", b)
                if a > b { c = 1; traceLine("A.swift:3:16", "c", c) }
            }
            """, limit: 1)
        #expect(result.mutants.map(\.places).first == ["A.swift:2:10", "A.swift:2:13"])
        #expect(
            result.mutants.map(\.places).dropFirst() == [["A.swift:3:16"], ["A.swift:3:16"]])
    }

    @Test(
        "Faults by what the code says",
        arguments: [
            ("y = softmax(x, axis: -1)", "axis changed: y = softmax(x, axis: -2)"),
            ("y = x.transposed(0, 2, 1, 3)", "axis changed: y = x.transposed(0, 2, 3, 1)"),
            ("y = x.swappedAxes(1, 2)", "axis changed: y = x.swappedAxes(0, 2)"),
            ("y = x.dim(-1)", "axis changed: y = x.dim(-2)"),
            ("y = x * scale", "scale dropped: y = x"),
            ("y = invScale * x", "scale dropped: y = x"),
            ("y = attend(x, scale: scale)", "scale dropped: y = attend(x, scale: 1)"),
            ("y = attend(x, mask: mask)", "mask inverted: y = attend(x, mask: .none)"),
            ("m = q .>= k", "mask inverted: m = q .< k"),
            ("y = which(m, x, 0)", "mask inverted: y = which(m, 0, x)"),
            ("y = x.asType(.float32)", "dtype cast dropped: y = x"),
            ("y = softmax(x)", "dtype cast added: y = softmax(x).asType(.float16)"),
            (
                "y = rope(x, offset: cache.offset)",
                "cache offset off by one: y = rope(x, offset: (cache.offset) + 1)"
            ),
            ("y = cache.offset", "cache offset off by one: y = (cache.offset + 1)"),
            ("y = 0.5 * x", "constant changed: y = 1.0 * x"),
            ("y = parts[1]", "constant changed: y = parts[0]"),
            ("y = a < b", "operator swapped: y = a >= b"),
        ])
    func kinds(statement: String, fault: String) {
        #expect(faults(statement).contains(fault))
    }

    @Test(
        "Another bound tells whether it gives another number, where it can be asked for twice",
        arguments: [
            (
                "y = max(1, config.count)",
                "mutant(1, changes: max(2, config.count) != max(1, config.count))"
            ),
            ("y = min(n, 4)", "mutant(1, changes: min(5, n) != min(n, 4))"),
            ("y = max(1, next())", "mutant(1)"),
            ("y = rows.map { max(1, $0) }", "mutant(1)"),
            ("y = clamped(1, n)", "mutant(1)"),
        ])
    func bounds(statement: String, condition: String) {
        let result = mutated("func f() {\n    \(statement)\n    done()\n}")
        #expect(result.text.contains("if \(condition) {"))
        #expect(result.mutants.map(\.isEffectTold) == [condition.contains("changes")])
    }

    @Test("Lists and strings are not subtracted, and -1 stays what the other sizes leave")
    func exceptions() {
        #expect(faults("y = sizes.shape + [1]").allSatisfy { !$0.hasPrefix("operator") })
        #expect(faults(#"y = a + "b""#).isEmpty)
        #expect(
            faults("y = x.reshaped(b, -1)") == [
                "dtype cast added: y = x.reshaped(b, -1).asType(.float16)"
            ])
    }

    @Test("The layers of a class: keys, norms, and what makes them")
    func layers() {
        let result = mutated(
            """
            class A: Module {
                @ModuleInfo(key: "q_proj") var q: Linear
                @ModuleInfo(key: "k_proj") var k: Linear
                @ModuleInfo(key: "in_norm") var first: RMSNorm
                @ModuleInfo(key: "out_norm") var second: RMSNorm
                init(_ config: C) {
                    scale = 1.0
                    _first.wrappedValue = RMSNorm(eps: config.eps)
                    rope = RoPE(traditional: false)
                }
                func f(_ x: MLXArray) {
                    let y = first(x)
                }
            }
            """)
        let lines = result.text.split(separator: "\n")
        #expect(
            lines[1]
                == #"    @ModuleInfo(key: mutant(1) ? "k_proj" : "q_proj") var q: Linear"#)
        #expect(
            lines[2]
                == #"    @ModuleInfo(key: mutant(1) ? "q_proj" : "k_proj") var k: Linear"#)
        #expect(result.mutants[0].keys == ["q_proj", "k_proj"])
        #expect(
            result.mutants.map(\.changed) == [
                "k_proj and q_proj", "out_norm and in_norm",
                "_first.wrappedValue = RMSNorm(eps: 2 * config.eps)", "second(x)",
            ])
        #expect(result.mutants[2].keys == ["in_norm"])
    }

    @Test("Faults that are left out keep their numbers")
    func excluded() {
        let text = "func f() {\n    y = a + b\n    z = a * b\n}"
        let all = mutateSwift(text, file: "A.swift", isSwitchHere: true)
        let some = mutateSwift(text, file: "A.swift", excluding: [1], isSwitchHere: true)
        #expect(all.mutants.map(\.id) == [1, 2])
        #expect(some.mutants == [all.mutants[1]])
    }
}
