import Foundation
import ModelRuntime
import ModelSessions
import Testing

@Suite("The documentation's examples compile and run")
struct DocumentationTests {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The examples of a page, without what they are indented by.
    private static func examples(_ page: URL) throws -> [String] {
        let text = try String(contentsOf: page, encoding: .utf8)
        return text.split(separator: "```swift\n").dropFirst().compactMap {
            $0.split(separator: "```").first.map(String.init)
        }
    }

    private static func withoutIndentation(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.hasPrefix("    ") ? $0.dropFirst(4) : $0 }.joined(separator: "\n")
    }

    @Test(
        "each example is one that is compiled here",
        arguments: ["ModelSessions.md", "Conversations.md", "Tools.md"])
    func compiled(page: String) throws {
        let catalogue = Self.root.appending(path: "Sources/Sessions/ModelSessions.docc")
        let compiled = Self.withoutIndentation(
            try String(
                contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
                    .appending(path: "Examples.swift"), encoding: .utf8))
        let examples = try Self.examples(catalogue.appending(path: page))
        #expect(!examples.isEmpty)
        for example in examples {
            #expect(compiled.contains(example), "not compiled: \(example)")
        }
        let pages = try FileManager.default.contentsOfDirectory(atPath: catalogue.path)
        #expect(Set(pages) == ["ModelSessions.md", "Conversations.md", "Tools.md"])
    }

    @Test func theExamplesOfConversationsRun() async throws {
        let container = try await makeContainer()
        try await conversation(container, URL(filePath: "/picture.png"))
        try await tools(container) { _ in "yes" }
    }

    @Test("the example of the README is the program of the package test") func program() throws {
        let readme = try Self.examples(Self.root.appending(path: "README.md"))
        let program = try String(
            contentsOf: Self.root.appending(
                path: "Reference/consumer/Sources/stream-text/main.swift"), encoding: .utf8)
        #expect(readme == [program])
        #expect(program.split(separator: "\n").count < 20)
    }
}
