import EmbeddedPython
import Foundation
import Testing

@Suite("A Python object")
struct PythonObjectTests {
    let python: PythonInterpreter

    init() throws { python = try PythonInterpreter.shared }

    @Test("has the attributes of an imported module")
    func attributes() throws {
        let math = try python.importModule("math")
        #expect(try math.attribute("pi").converted(to: Double.self) == Double.pi)
        #expect(math.hasAttribute("sqrt"))
        #expect(!math.hasAttribute("absent"))
    }

    @Test("can be given attributes")
    func setAttribute() throws {
        let namespace = try python.importModule("types").callMethod("SimpleNamespace")
        try namespace.setAttribute("answer", to: 42)
        #expect(try namespace.attribute("answer").converted(to: Int.self) == 42)
    }

    @Test("is called with positional and keyword arguments")
    func calls() throws {
        let text = try python.importModule("json").callMethod(
            "dumps", ["b": 1, "a": 2], keywords: ["sort_keys": true, "indent": Int?.none])
        #expect(text.description == #"{"a": 2, "b": 1}"#)
        let int = try python.importModule("builtins").attribute("int")
        #expect(try int.call("ff", keywords: ["base": 16]).converted(to: Int.self) == 255)
    }

    @Test("is indexed by position and by key")
    func items() throws {
        let table = try python.evaluate("{'rows': [1, 2, 3]}")
        #expect(try table.item("rows").item(-1).converted(to: Int.self) == 3)
        try table.setItem("rows", to: [4])
        #expect(try table.item("rows").converted(to: [Int].self) == [4])
        #expect(try table.contains("rows"))
        #expect(try !table.contains("columns"))
        #expect(try table.count == 1)
    }

    @Test("yields the values of a generator one by one")
    func generator() throws {
        let iterator = try python.evaluate("(n * n for n in range(3))").makeIterator()
        #expect(try iterator.next()?.converted(to: Int.self) == 0)
        #expect(try iterator.next()?.converted(to: Int.self) == 1)
        #expect(try iterator.next()?.converted(to: Int.self) == 4)
        #expect(try iterator.next() == nil)
        #expect(try iterator.next() == nil)
    }

    @Test("passes on the exception of a generator")
    func failingGenerator() throws {
        let iterator = try python.evaluate("(1 // n for n in (1, 0))").makeIterator()
        _ = try iterator.next()
        #expect(throws: PythonError.self) { try iterator.next() }
    }

    @Test("keeps the order of a mapping")
    func mapping() throws {
        let items = try python.evaluate("{'z': 1, 'a': 2}").items()
        #expect(items.map(\.key.description) == ["z", "a"])
    }

    @Test("describes itself as Python does")
    func text() throws {
        let value = try python.evaluate("'a\\n'")
        #expect(value.description == "a\n")
        #expect(value.representation == #"'a\n'"#)
        #expect(value.typeName == "str")
    }

    @Test("describes itself by its type where Python's own description fails")
    func failingText() throws {
        let module = try python.makeModule(
            source: "class Odd:\n    def __str__(self): raise ValueError('no')\n", name: "odd")
        #expect(try module.callMethod("Odd").description == "<Odd>")
    }

    @Test("has a truth value")
    func truth() throws {
        #expect(try python.evaluate("[0]").isTrue)
        #expect(try !python.evaluate("[]").isTrue)
        #expect(try python.evaluate("None").isNone)
    }
}
