import EmbeddedPython
import Testing

@Suite("A Python exception")
struct PythonErrorTests {
    let python: PythonInterpreter

    init() throws { python = try PythonInterpreter.shared }

    private func error(of body: () throws -> Void) -> PythonError? {
        do {
            try body()
            return nil
        } catch {
            return error as? PythonError
        }
    }

    @Test("has its class and its message")
    func message() throws {
        let error = try #require(error { _ = try python.evaluate("int('x')") })
        #expect(error.typeName == "ValueError")
        #expect(error.message == "invalid literal for int() with base 10: 'x'")
        #expect(error.location == nil)
        #expect("\(error)" == "ValueError: invalid literal for int() with base 10: 'x'")
    }

    @Test("names the module of a class that is not built in")
    func qualifiedName() throws {
        let error = try #require(
            error { try python.importModule("json").callMethod("loads", "{") })
        #expect(error.typeName == "json.decoder.JSONDecodeError")
    }

    @Test("has a traceback with the lines that led to it")
    func traceback() throws {
        let module = try python.makeModule(
            source: "def outer():\n    return 1 / 0\n", name: "failing", path: "failing.py")
        let error = try #require(error { try module.callMethod("outer") })
        #expect(error.traceback.contains(#"File "failing.py", line 2, in outer"#))
        #expect(error.traceback.hasSuffix("ZeroDivisionError: division by zero\n"))
    }

    @Test("has the place of a syntax error")
    func syntaxError() throws {
        let error = try #require(
            error { _ = try python.makeModule(source: "a = 1\nb = (\n", name: "m", path: "m.py") })
        #expect(error.typeName == "SyntaxError")
        #expect(error.message == "'(' was never closed")
        let location = try #require(error.location)
        #expect(location.path == "m.py")
        #expect(location.line == 2)
        #expect(location.column == 5)
        #expect(location.text == "b = (\n")
    }

    @Test("of a missing module is an error like any other")
    func missingModule() throws {
        let error = try #require(error { _ = try python.importModule("no_such_module") })
        #expect(error.typeName == "ModuleNotFoundError")
        #expect(error.message == "No module named 'no_such_module'")
    }

    @Test("leaves nothing pending")
    func nothingPending() throws {
        #expect(throws: PythonError.self) { try python.evaluate("undefined_name") }
        #expect(try python.evaluate("1 + 1").converted(to: Int.self) == 2)
    }

    @Test("that would end the process is only an error")
    func systemExit() throws {
        let error = try #require(error { try python.importModule("sys").callMethod("exit", 3) })
        #expect(error.typeName == "SystemExit")
    }
}
