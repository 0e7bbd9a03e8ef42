import Harness
import Testing

@Suite("The texts of sources")
struct SourceTextsTests {
    let sources = SourceTexts([
        "a.py": """
        def f(self, x):
            scale = x.shape[-1] ** -0.5
            y = mx.where(
                mask == 0,  # not z
                self.weight,
                x,
            )
            return y * scale

        def g(x):
            return x
        """,
        "A.swift": """
        struct A {
            func f() {
                g()
            }
        }

        func g() {}
        """,
    ])

    @Test(
        "say which names a statement reads: those behind the assignment, to the end of its brackets"
    )
    func names() throws {
        #expect(sources.namesRead(at: "a.py:2:5") == ["x", "shape"])
        let several = try #require(sources.namesRead(at: "a.py:3:5"))
        #expect(several == ["mx", "where", "mask", "self.weight", "x"])
        #expect(sources.namesRead(at: "a.py:8:5")?.contains("scale") == true)
    }

    @Test("give a line without its indentation")
    func line() {
        #expect(sources.line(at: "a.py:8:5") == "return y * scale")
    }

    @Test("give the declaration around a place, in either language")
    func declaration() {
        #expect(sources.declaration(at: "a.py:11:5") == "def g(x):\n    return x\n")
        #expect(sources.declaration(at: "A.swift:3:9").hasPrefix("struct A {"))
        #expect(sources.declaration(at: "A.swift:3:9").hasSuffix("    }\n}\n"))
    }

    @Test("say nothing of other places", arguments: ["b.py:1:1", "a.py:99:1", "a.py", "a.py:0:1"])
    func unknown(place: String) {
        #expect(sources.namesRead(at: place) == nil)
        #expect(sources.line(at: place) == nil)
        #expect(sources.declaration(at: place).isEmpty)
    }
}
