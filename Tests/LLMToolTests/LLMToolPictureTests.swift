import FileTestSupport
import Foundation
import ModelRuntime
import Testing

@Suite("llm-tool shows pictures to models", .serialized)
struct LLMToolPictureTests {
    /// The checkpoints, made once, and what mlx-vlm generates from them.
    private static let made = Result { try MediaCase.made(by: "seeing.py") }

    @Test("the ids are the Python's, without a picture, with one or several, and resized")
    func ids() throws {
        let (_, cases) = try Self.made.get()
        #expect(cases.count == 27)
        for test in cases {
            let pictures = test.pictures.flatMap { ["--image", $0] }
            let frame = test.frame.map { ["--resize"] + $0.map(String.init) } ?? []
            let found = try test.generated(with: pictures + frame)
            #expect(found == test.tokens, "\(test.model): \(test.prompt)")
        }
    }

    @Test("a picture may be a data URL")
    func dataURL() throws {
        let (_, cases) = try Self.made.get()
        let test = try #require(cases.first { $0.pictures.count == 1 })
        let bytes = try Data(contentsOf: URL(filePath: test.pictures[0]))
        let url = "data:image/png;base64,\(bytes.base64EncodedString())"
        let found = try test.generated(with: ["--image", url])
        #expect(found == test.tokens)
    }

    @Test("what is no picture is an error that names it, and an address in the net is not fetched")
    func refused() throws {
        let (folder, cases) = try Self.made.get()
        let test = try #require(cases.first { !$0.pictures.isEmpty })
        let text = folder.url.appending(path: "text.png")
        try Data("no picture".utf8).write(to: text)
        for (picture, message) in [
            (text.path, "text.png"), ("data:image/png;base64,AAAA", "picture 1"),
            ("data:image/png", "comma"), ("https://example.org/cat.png", "only files"),
            ("/nowhere/cat.png", "/nowhere/cat.png"),
        ] {
            let run = try LLMToolProcess(
                "--model", test.model, "--prompt", "x", "--image", picture)
            #expect(run.status == 2)
            #expect(run.log.contains(message), "\(run.log)")
        }
        for sides in [["0"], ["-1"], ["1", "2", "3"], ["half"]] {
            let run = try LLMToolProcess(
                ["--model", test.model, "--prompt", "x", "--resize"] + sides)
            #expect(run.status == 2)
            #expect(run.log.contains("--resize"), "\(run.log)")
        }
        let ids = try LLMToolProcess(
            "--model", test.model, "--prompt-ids", "1,2", "--image", test.pictures[0])
        #expect(ids.status == 2)
        #expect(ids.log.contains("--prompt-ids takes no --image"))
    }

    @Test("a conversation sees a picture, and its next question goes on with it")
    func conversation() throws {
        let (_, cases) = try Self.made.get()
        let test = try #require(cases.first { $0.pictures.count == 1 })
        let lines =
            "/image \(test.pictures[0])\nWhat is it?\nAnd now?\n/image\n/image nowhere.png\n"
        let run = try LLMToolProcess(
            ["chat", "--model", test.model, "--max-tokens", "4", "--json"], input: lines)
        #expect(run.status == 0, "\(run.log)")
        let prompts = try run.output.split(separator: "\n").compactMap { line in
            try OrderedJSON(parsing: line.utf8, file: "output")["finished"]?["prompt_tokens"]?.int
        }
        let plain = try LLMToolProcess(
            ["chat", "--model", test.model, "--max-tokens", "4", "--json"],
            input: "What is it?\nAnd now?\n")
        let plainPrompts = try plain.output.split(separator: "\n").compactMap { line in
            try OrderedJSON(parsing: line.utf8, file: "output")["finished"]?["prompt_tokens"]?.int
        }
        #expect(prompts.count == 2 && plainPrompts.count == 2)
        #expect(zip(prompts, plainPrompts).allSatisfy { $0 > $1 })
        #expect(run.log.contains("/image needs the name of a file."))
        #expect(run.log.contains("cannot read nowhere.png"))
    }
}
