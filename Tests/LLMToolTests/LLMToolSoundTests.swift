import FileTestSupport
import Foundation
import ModelRuntime
import Testing

@Suite("llm-tool plays sounds to models", .serialized)
struct LLMToolSoundTests {
    /// Whether pictures are shown as well: the tower of the family that hears has its real size.
    private static let isHeavy = ProcessInfo.processInfo.environment["MLX_PORT_HEAVY"] != nil

    /// The checkpoint, made once, and what mlx-vlm generates from it.
    private static let made = Result {
        try MediaCase.made(by: "hearing.py", isHeavy ? "--heavy" : "--light")
    }

    @Test("the ids are the Python's, without a sound, with one or several, and with a picture")
    func ids() throws {
        let (_, cases) = try Self.made.get()
        #expect(cases.count == (Self.isHeavy ? 5 : 3))
        for test in cases {
            let sounds = try #require(test.sounds)
            let media =
                test.pictures.flatMap { ["--image", $0] } + sounds.flatMap { ["--audio", $0] }
            let found = try test.generated(with: media)
            #expect(found == test.tokens, "\(test.prompt)")
        }
    }

    @Test("a sound may be a data URL")
    func dataURL() throws {
        let (_, cases) = try Self.made.get()
        let test = try #require(cases.first { $0.sounds?.count == 1 })
        let sound = try #require(test.sounds?.first)
        let bytes = try Data(contentsOf: URL(filePath: sound))
        let url = "data:audio/wav;base64,\(bytes.base64EncodedString())"
        let found = try test.generated(with: ["--audio", url])
        #expect(found == test.tokens)
    }

    @Test("what is no sound is an error that names it, and so is a film")
    func refused() throws {
        let (folder, cases) = try Self.made.get()
        let test = try #require(cases.first { $0.sounds?.isEmpty == false })
        let sound = try #require(test.sounds?.first)
        let text = folder.url.appending(path: "text.wav")
        try Data("no sound".utf8).write(to: text)
        for (option, file, status, message) in [
            ("--audio", text.path, 2, "text.wav"),
            ("--audio", "/nowhere/a.wav", 2, "/nowhere/a.wav"),
            ("--audio", "data:audio/wav;base64,AAAA", 2, "recording 1"),
            ("--video", sound, 3, "films are not supported"),
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
        let test = try #require(cases.first { $0.sounds?.count == 1 })
        let sound = try #require(test.sounds?.first)
        let run = try LLMToolProcess(
            ["chat", "--model", test.model, "--max-tokens", "12", "--json"],
            input: "/audio \(sound)\n\(test.prompt)\n/audio\n/audio nowhere.wav\n")
        #expect(run.status == 0, "\(run.log)")
        let answers = try run.output.split(separator: "\n").compactMap { line in
            try OrderedJSON(parsing: line.utf8, file: "output")["finished"]
        }
        #expect(answers.first?["tokens"]?.array?.compactMap(\.int) == test.tokens)
        #expect(run.log.contains("/audio needs the name of a file."))
        #expect(run.log.contains("cannot read nowhere.wav"))
    }
}
