import EmbeddedPython
import Foundation
import Testing

@Suite("The interpreter")
struct PythonInterpreterTests {
    let python: PythonInterpreter

    init() throws { python = try PythonInterpreter.shared }

    @Test("sees the packages of the project's virtual environment")
    func packages() throws {
        let environment = try python.requiredEnvironment()
        let sys = try python.importModule("sys")
        #expect(
            try sys.attribute("path").converted(to: [String].self)
                .contains(environment.sitePackages.path))
        #expect(try sys.attribute("executable").description == environment.executable.path)
        #expect(try python.importModule("numpy").callMethod("arange", 3).count == 3)
    }

    @Test("is isolated from the surroundings")
    func isolation() throws {
        let flags = try python.importModule("sys").attribute("flags")
        #expect(try flags.attribute("isolated").isTrue)
        #expect(try flags.attribute("ignore_environment").isTrue)
        #expect(try flags.attribute("utf8_mode").isTrue)
    }

    @Test("leaves signals as they were, even when Python code imports what deals with them")
    func signals() throws {
        _ = try python.importModule("asyncio")
        // The default action is the null pointer.
        #expect(signal(SIGINT, SIG_DFL) == nil)
    }

    @Test("may be used from many tasks at once")
    func concurrency() async throws {
        let sums = try await withThrowingTaskGroup(of: Int.self) { group in
            for seed in 0..<64 {
                group.addTask {
                    let list = try (0...seed).map { $0 }.pythonObject()
                    await Task.yield()
                    return try PythonInterpreter.shared.importModule("builtins")
                        .callMethod("sum", list).converted()
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(sums.sorted() == (0..<64).map { $0 * ($0 + 1) / 2 })
    }

    @Test("takes the lock again where it is already held")
    func nesting() throws {
        let value = try python.withGIL {
            try python.withGIL { try python.evaluate("6 * 7").converted(to: Int.self) }
        }
        #expect(value == 42)
    }

    @Test("frees what Swift lets go of")
    func release() throws {
        let module = try python.makeModule(
            source: """
                import weakref
                class Thing: pass
                thing = Thing()
                alive = weakref.ref(thing)
                """, name: "things")
        do {
            let thing = try module.attribute("thing")
            try module.callMethod("__delattr__", "thing")
            #expect(try !module.callMethod("alive").isNone)
            _ = thing.description
        }
        #expect(try module.callMethod("alive").isNone)
    }

    @Test("does not leak references through conversions and calls")
    func referenceCounts() throws {
        let sys = try python.importModule("sys")
        let value = try python.evaluate("object()")
        let before = try sys.callMethod("getrefcount", value).converted(to: Int.self)
        for _ in 0..<100 {
            _ = try PythonObject.tuple([value, value])
            _ = try [value].pythonObject().item(0)
            _ = try PythonObject.dictionary(["key": value]).items()
            _ = try sys.callMethod("getsizeof", value, keywords: ["default": value])
            _ = try? value.attribute("absent")
            _ = try? value.call()
        }
        #expect(try sys.callMethod("getrefcount", value).converted(to: Int.self) == before)
    }
}

@Suite("The search for a virtual environment")
struct PythonEnvironmentTests {
    /// A folder with `.venv` of the given version in it.
    private func makeProject(version: String) throws -> URL {
        let project = FileManager.default.temporaryDirectory
            .appending(path: "project-\(UUID().uuidString)")
        let root = project.appending(path: ".venv")
        try FileManager.default.createDirectory(
            at: root.appending(path: "lib/python\(version)/site-packages"),
            withIntermediateDirectories: true)
        try "home = /usr/bin\nversion = \(version).1\n"
            .write(to: root.appending(path: "pyvenv.cfg"), atomically: true, encoding: .utf8)
        return project
    }

    @Test("finds the nearest one above a starting point")
    func ancestors() throws {
        let project = try makeProject(version: PythonEnvironment.linkedVersion)
        defer { try? FileManager.default.removeItem(at: project) }
        let found = try PythonEnvironment.locate(
            environment: [:], startingPoints: [project.appending(path: ".build/debug")])
        #expect(found?.root.path == project.appending(path: ".venv").path)
    }

    @Test("passes over one that another version of Python made")
    func otherVersion() throws {
        let project = try makeProject(version: "2.7")
        defer { try? FileManager.default.removeItem(at: project) }
        #expect(try PythonEnvironment.locate(environment: [:], startingPoints: [project]) == nil)
    }

    @Test("takes the one that MLX_PORT_VENV names first, and says if it cannot be used")
    func explicit() throws {
        let (good, bad) = (
            try makeProject(version: PythonEnvironment.linkedVersion),
            try makeProject(version: "2.7")
        )
        defer { for project in [good, bad] { try? FileManager.default.removeItem(at: project) } }

        let root = good.appending(path: ".venv").path
        let found = try PythonEnvironment.locate(
            environment: ["MLX_PORT_VENV": root], startingPoints: [bad])
        #expect(found?.root.path == root)

        #expect {
            try PythonEnvironment.locate(
                environment: ["MLX_PORT_VENV": bad.appending(path: ".venv").path])
        } throws: {
            "\($0)".contains("made with Python 2.7.1")
        }
        #expect {
            try PythonEnvironment.locate(environment: ["MLX_PORT_VENV": "/nonexistent"])
        } throws: {
            "\($0)".contains("/nonexistent is not a virtual environment")
        }
    }
}
