import FileTestSupport
import Foundation
import ModelRuntime
import Testing

@Suite("llm-tool plays sounds to models", .serialized)
struct LLMToolSoundTests {
    private struct Expected: Decodable {
        let model: String
        let prompt: String
        let pictures: [String]
        let sounds: [String]
        let tokens: [Int]
    }

    /// Whether pictures are shown as well: the tower of the family that hears has its real size.
    private static let isHeavy = ProcessInfo.processInfo.environment["MLX_PORT_HEAVY"] != nil

    /// The checkpoint, made once, and what mlx-vlm generates from it.
    private static let made = Result { () throws -> (TemporaryFolder, [Expected]) in
        let folder = try TemporaryFolder()
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Python/hearing.py")
        let printed = try PythonProcess.run(
            script.path, folder.url.path, isHeavy ? "--heavy" : "--light")
        return (folder, try JSONDecoder().decode([Expected].self, from: Data(printed.utf8)))
    }

    private func tokens(_ arguments: [String]) throws -> [Int]? {
        let run = try LLMToolProcess(arguments + ["--max-tokens", "12", "--json"])
        #expect(run.status == 0, "\(run.log)")
        let json = try OrderedJSON(parsing: run.output.utf8, file: "output")
        return json["tokens"]?.array?.compactMap(\.int)
    }

    @Test("the ids are the Python's, without a sound, with one or several, and with a picture")
    func ids() throws {
        let (_, cases) = try Self.made.get()
        #expect(cases.count == (Self.isHeavy ? 5 : 3))
        for test in cases {
            let media =
                test.pictures.flatMap { ["--image", $0] } + test.sounds.flatMap { ["--audio", $0] }
            let found = try tokens(["--model", test.model, "--prompt", test.prompt] + media)
            #expect(found == test.tokens, "\(test.prompt)")
        }
    }

    @Test("a sound may be a data URL")
    func dataURL() throws {
        let (_, cases) = try Self.made.get()
        let test = try #require(cases.first { $0.sounds.count == 1 })
        let bytes = try Data(contentsOf: URL(filePath: test.sounds[0]))
        let url = "data:audio/wav;base64,\(bytes.base64EncodedString())"
        let found = try tokens(["--model", test.model, "--prompt", test.prompt, "--audio", url])
        #expect(found == test.tokens)
    }

    @Test("what is no sound is an error that names it, and so is a film")
    func refused() throws {
        let (folder, cases) = try Self.made.get()
        let test = try #require(cases.first { !$0.sounds.isEmpty })
        let text = folder.url.appending(path: "text.wav")
        try Data("no sound".utf8).write(to: text)
        for (option, file, status, message) in [
            ("--audio", text.path, 2, "text.wav"),
            ("--audio", "/nowhere/a.wav", 2, "/nowhere/a.wav"),
            ("--audio", "data:audio/wav;base64,AAAA", 2, "recording 1"),
            ("--video", test.sounds[0], 3, "films are not supported"),
        ] {
            let run = try LLMToolProcess(
                "--model", test.model, "--prompt", "x", option, file)
            #expect(run.status == status)
            #expect(run.log.contains(message), "\(run.log)")
        }
    }

    @Test("a conversation hears a sound with the next question")
    func conversation() throws {
        let (_, cases) = try Self.made.get()
        let test = try #require(cases.first { $0.sounds.count == 1 })
        let run = try LLMToolProcess(
            ["chat", "--model", test.model, "--max-tokens", "12", "--json"],
            input: "/audio \(test.sounds[0])\n\(test.prompt)\n/audio\n/audio nowhere.wav\n")
        #expect(run.status == 0, "\(run.log)")
        let answers = try run.output.split(separator: "\n").compactMap { line in
            try OrderedJSON(parsing: line.utf8, file: "output")["finished"]
        }
        #expect(answers.first?["tokens"]?.array?.compactMap(\.int) == test.tokens)
        #expect(run.log.contains("/audio needs the name of a file."))
        #expect(run.log.contains("cannot read nowhere.wav"))
    }
}
