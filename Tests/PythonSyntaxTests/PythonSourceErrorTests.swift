import Foundation
import PythonSyntax
import Testing

@Suite("A Python file that cannot be parsed")
struct PythonSourceErrorTests {
    private func message(of source: String) -> String? {
        do {
            _ = try PythonParser().parse(source: source, moduleName: "m", path: "models/m.py")
            return nil
        } catch {
            return (error as? PythonSourceError)?.description
        }
    }

    private func message(ofFile file: URL) -> String? {
        do {
            _ = try PythonParser().parse(file: file, moduleName: "m")
            return nil
        } catch {
            return (error as? PythonSourceError)?.description
        }
    }

    @Test("is reported with its place, cause and line")
    func syntaxError() {
        #expect(
            message(of: "a = 1\ndef f(:\n    pass\n") == """
                models/m.py:2:7: SyntaxError: invalid syntax
                    def f(:
                          ^
                """)
    }

    @Test("is reported with columns in bytes, and a caret under the character")
    func columns() {
        #expect(
            message(of: "if a:\n\tb = 'ü' +* 3\n") == """
                models/m.py:2:12: SyntaxError: invalid syntax
                    \tb = 'ü' +* 3
                    \t         ^
                """)
    }

    @Test("because of its indentation is told apart")
    func indentation() {
        #expect(
            message(of: "def f():\npass\n") == """
                models/m.py:2:1: IndentationError: \
                expected an indented block after function definition on line 1
                    pass
                    ^
                """)
    }

    @Test("because it ends too early is reported where that began")
    func unclosed() {
        #expect(message(of: "a = (\n")?.hasPrefix("models/m.py:1:5: SyntaxError: '(' was") == true)
    }

    @Test("because a null character or a lone surrogate is in it is reported at that place")
    func impossibleText() {
        #expect(message(of: "a = 1\nb\0 = 2")?.hasPrefix("models/m.py:2:2: null character") == true)
        #expect(
            message(of: #"a = '\ud800'"#) == #"""
                models/m.py:1:5: a string literal holds a lone surrogate, which is not Unicode text
                    a = '\ud800'
                        ^
                """#)
    }

    @Test("because it is nested without end is an error, not a crash", arguments: [400, 20_000])
    func depth(levels: Int) {
        let chain = "a = " + Array(repeating: "1", count: levels).joined(separator: " + ")
        #expect(message(of: chain)?.hasPrefix("models/m.py:") == true)
        let signs = "a = " + String(repeating: "-", count: levels) + "1"
        #expect(message(of: signs)?.hasPrefix("models/m.py") == true)
    }

    @Test("because it is not UTF-8 is reported at the first wrong byte")
    func encoding() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(Data("# ok\nx = '".utf8) + [0xFF, 0x27, 0x0A], to: "latin.py")
        #expect(message(ofFile: file)?.hasPrefix("\(file.path):2:6: the file is not UTF-8") == true)
    }

    @Test("because it is missing or a folder is named")
    func unreadable() throws {
        let folder = try TemporaryFolder()
        let missing = folder.url.appending(path: "missing.py")
        #expect(message(ofFile: missing) == "\(missing.path): no such file")
        #expect(
            message(ofFile: folder.url) == "\(folder.url.path): is a folder, not a Python file")
    }
}

@Suite("A Python file that can be parsed")
struct PythonFileTests {
    @Test("is identified by name, path and the SHA-256 of its bytes")
    func identity() throws {
        let folder = try TemporaryFolder(["m.py": "a = 1\n"])
        let file = folder.url.appending(path: "m.py")
        let module = try PythonParser().parse(file: file, moduleName: "package.m")
        #expect(module.name == "package.m")
        #expect(module.path == file.path)
        #expect(module.source == "a = 1\n")
        #expect(
            module.sha256 == "cb78bd8a17f7b751fe0d4663366dcbc257204033ef7ddd64b1f2969573b5b2e2")
    }

    @Test("may begin with a byte order mark")
    func byteOrderMark() throws {
        let folder = try TemporaryFolder(["m.py": "\u{FEFF}a = 1\n"])
        let module = try PythonParser().parse(
            file: folder.url.appending(path: "m.py"), moduleName: "m")
        #expect(module.source == "a = 1\n")
        #expect(module.body == [statement(.assign(targets: [a], value: integer(1)))])
    }
}
