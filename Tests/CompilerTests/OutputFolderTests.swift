import Compiler
import CompilerTestSupport
import Foundation
import Rendering
import Testing

@Suite("The folder of generated files")
struct OutputFolderTests {
    private let files = [
        RenderedFile(path: "A/A.swift", contents: "one\ntwo\nthree\n"),
        RenderedFile(path: "Registry.swift", contents: "list\n"),
    ]

    @Test("What was written does not differ, and writing it again leaves it alone")
    func roundTrip() throws {
        let folder = try TemporaryFolder()
        let output = OutputFolder(folder.url)
        #expect(output.differences(from: files).map(\.isMissing) == [true, true])
        try output.write(files)
        #expect(output.differences(from: files) == [])
        #expect(Repository.files(below: folder.url) == ["A/A.swift", "Registry.swift"])
        let path = folder.url.appending(path: "A/A.swift").path
        let date =
            try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
        try output.write(files)
        #expect(
            try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
                == date)
    }

    @Test("A changed file differs in the lines that changed")
    func changed() throws {
        let folder = try TemporaryFolder()
        try folder.write("one\n2\nthree\nfour\n", to: "A/A.swift")
        try folder.write("list\n", to: "Registry.swift")
        let differences = OutputFolder(folder.url).differences(from: files)
        #expect(differences.map(\.lines) == [["2: - 2", "2: + two", "4: - four"]])
        #expect(differences.first?.path == folder.url.appending(path: "A/A.swift").path)
    }

    @Test("A folder that cannot be written is an error, and what was there stays")
    func unwritable() throws {
        let folder = try TemporaryFolder()
        try folder.write("in the way", to: "A")
        #expect(throws: (any Error).self) { try OutputFolder(folder.url).write(files) }
        #expect(
            try String(contentsOf: folder.url.appending(path: "A"), encoding: .utf8) == "in the way"
        )
    }
}
