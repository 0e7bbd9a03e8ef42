import Testing
import Translation

@testable import Rendering

@Suite("Declarations and statements become lines of Swift")
struct SwiftRendererTests {
    private func body(_ statements: SwiftStatement...) -> String {
        SwiftRenderer.render([.function(documentation: [], signature: "func f()", body: statements)]
        )
    }

    @Test("A type has its documentation, its header and its members, indented by four")
    func type() {
        let text = SwiftRenderer.render([
            .type(
                documentation: ["What it is.", "And more."], header: "public final class A: Module",
                members: [
                    .line(documentation: ["A size."], "let size: Int"),
                    .blank,
                    .function(
                        documentation: [], signature: "func g() -> Int", body: [.line("size")]),
                ])
        ])
        #expect(
            text == """
                /// What it is.
                /// And more.
                public final class A: Module {
                    /// A size.
                    let size: Int

                    func g() -> Int { size }
                }
                """)
    }

    @Test("A body of one short statement stands beside its header, unless it is an initialiser's")
    func oneLine() {
        func text(_ signature: String, _ body: SwiftStatement...) -> String {
            SwiftRenderer.render([.function(documentation: [], signature: signature, body: body)])
        }
        #expect(text("func f()", .line("g()")) == "func f() { g() }")
        #expect(text("func f()", .line("g()"), .line("h()")) == "func f() {\n    g()\n    h()\n}")
        #expect(text("public init()", .line("a = 1")) == "public init() {\n    a = 1\n}")
        let long = String(repeating: "a", count: 90)
        #expect(text("func f()", .line(long)) == "func f() {\n    \(long)\n}")
        #expect(text("func f()", .line("xs.map { $0 }")) == "func f() {\n    xs.map { $0 }\n}")
    }

    @Test("Declarations stand below each other; a blank line is empty, whatever its depth")
    func order() {
        let text = SwiftRenderer.render([
            .line(documentation: [], "typealias A = B"), .blank,
            .type(documentation: [], header: "struct C", members: [.blank]),
        ])
        #expect(text == "typealias A = B\n\nstruct C {\n\n}")
    }

    @Test("Nothing renders to nothing")
    func empty() {
        #expect(SwiftRenderer.render([]) == "")
        #expect(body() == "func f() {\n}")
    }

    @Test("An if in an else branch continues the chain")
    func elseIf() {
        let chain = SwiftStatement.if(
            conditions: "a", then: [.line("x()")],
            otherwise: [.if(conditions: "b", then: [.line("y()")], otherwise: [.line("z()")])])
        #expect(
            body(chain) == """
                func f() {
                    if a {
                        x()
                    } else if b {
                        y()
                    } else {
                        z()
                    }
                }
                """)
    }

    @Test("An else branch of an if and more stays a block")
    func elseBlock() {
        let inner = SwiftStatement.if(conditions: "b", then: [.line("y()")], otherwise: [])
        #expect(
            body(.if(conditions: "a", then: [.line("x()")], otherwise: [inner, .line("z()")]))
                == """
                func f() {
                    if a {
                        x()
                    } else {
                        if b { y() }
                        z()
                    }
                }
                """)
    }

    @Test("Loops, closures and if expressions have their forms")
    func forms() {
        #expect(
            body(
                .for(
                    pattern: "(i, x)", sequence: "xs.enumerated()", filter: nil,
                    body: [.line("g(i)")]),
                .for(pattern: "x", sequence: "xs", filter: "x > 0", body: [.line("break")]),
                .while(condition: "n > 0", body: [.line("n -= 1")]),
                .closure(opening: "observe", body: [.line("g(1)")]),
                .conditionalAssignment(
                    prefix: "let y", conditions: "let x", then: "x", otherwise: "0")
            ) == """
                func f() {
                    for (i, x) in xs.enumerated() {
                        g(i)
                    }
                    for x in xs where x > 0 {
                        break
                    }
                    while n > 0 {
                        n -= 1
                    }
                    observe {
                        g(1)
                    }
                    let y = if let x { x } else { 0 }
                }
                """)
    }
}
