import FileTestSupport
import Foundation
import RuntimeTestSupport
import Testing

@testable import ModelRuntime

@Suite("Files are written whole or not at all")
struct AtomicFileTests {
    private let folder = try! TemporaryFolder()

    private var contents: [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()) ?? []
    }

    @Test func aWrittenFileReplacesTheOldOne() throws {
        let file = try folder.write("a.json", "old")
        try AtomicFile.write(Data("new".utf8), to: file)
        #expect(try String(contentsOf: file, encoding: .utf8) == "new")
        #expect(contents == ["a.json"])
    }

    @Test func aFailureLeavesTheOldFileAndNothingElse() throws {
        let file = try folder.write("a.json", "old")
        #expect(throws: CancellationError.self) {
            try AtomicFile.write(to: file) { temporary in
                try Data("half".utf8).write(to: temporary)
                throw CancellationError()
            }
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == "old")
        #expect(contents == ["a.json"])
    }

    @Test func aFolderThatIsNotThereIsNamed() {
        let message = failure {
            try AtomicFile.write(Data(), to: URL(filePath: "/nowhere/out.safetensors"))
        }
        #expect(message.hasPrefix("cannot write /nowhere/out.safetensors"))
    }
}
