import CompilerTestSupport
import Foundation
import Testing

@Suite("mlx-port new")
struct NewTests {
    @Test("A definition that Python was seen running; a second time it is refused, unless forced")
    func write() throws {
        let folder = try TemporaryFolder()
        let arguments = ["new", "stablelm", "--output", folder.url.path]
        let first = try MLXPortProcess(arguments: arguments)
        #expect(first.status == 0, "\(first.log)")
        #expect(first.output.hasSuffix("stablelm.yml\n"))
        let text = try String(
            contentsOf: folder.url.appending(path: "stablelm.yml"), encoding: .utf8)
        #expect(text.contains("modules: [config, language, stablelm]"))
        #expect(text.contains("    hidden_size: 64\n"))
        #expect(!text.contains("does not run"))
        let second = try MLXPortProcess(arguments: arguments)
        #expect(second.status == 2)
        #expect(second.log.contains("is there already"))
        #expect(try MLXPortProcess(arguments: arguments + ["--force"]).status == 0)
    }

    @Test("What is written can be inspected, and generates")
    func inspect() throws {
        let folder = try TemporaryFolder()
        #expect(try MLXPortProcess("new", "qwen2", "--output", folder.url.path).status == 0)
        let inspected = try MLXPortProcess(
            "inspect", "qwen2", "--json", "--definitions", folder.url.path)
        #expect(inspected.status == 0, "\(inspected.log)")
        let report = try #require(
            JSONSerialization.jsonObject(with: Data(inspected.output.utf8)) as? [[String: Any]])
        #expect(report[0]["status"] as? String == "full")
        let flags = try #require(report[0]["flags"] as? [[String: String]])
        #expect(flags.compactMap { $0["flag"] }.contains("bias"))
    }

    @Test("An unknown family is named with near ones: exit code 2")
    func unknown() throws {
        let folder = try TemporaryFolder()
        let result = try MLXPortProcess("new", "stablelmm", "--output", folder.url.path)
        #expect(result.status == 2)
        #expect(result.log.contains("stablelm"))
        #expect(Repository.files(below: folder.url) == [])
    }
}
