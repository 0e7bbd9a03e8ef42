import FileTestSupport
import Foundation
import ModelRuntime
import Testing

/// all-MiniLM-L6-v2, which `make setup` installs.
private let embedder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: ".venv/all-MiniLM-L6-v2").path

@Suite("llm-tool embeds texts with real weights")
struct LLMToolEmbeddingTests {
    private static let texts = [
        "A man is playing a guitar.", "Naïve café 日本 🙂", "", "One more, of another length.",
    ]
    /// More than the model takes.
    private static let long = String(repeating: "The river follows the mountain. ", count: 100)

    @Test(
        "the vectors are the Python's, bit for bit: of one text, of texts of all lengths, of one too long"
    )
    func vectors() throws {
        for texts in [[Self.texts[0]], Self.texts, [Self.long]] {
            let flags = texts.flatMap { ["--text", $0] }
            let run = try LLMToolProcess(["embed", "--model", embedder, "--json"] + flags)
            #expect(run.status == 0)
            let json = try OrderedJSON(parsing: run.output.utf8, file: "output")
            let vectors = try #require(json["embeddings"]?.array)
            let input = ["model": [embedder], "texts": texts]
            let expected: [[Float]] = try PythonProcess.run(script: Self.reference, on: input)
            #expect(vectors.count == texts.count)
            for (vector, expected) in zip(vectors, expected) {
                let values = vector["embedding"]?.array?.compactMap { $0.double.map(Float.init) }
                #expect(values == expected)
            }
        }
    }

    @Test(
        "the vectors are pooled as the checkpoint says",
        arguments: [
            #"{"pooling_mode_cls_token": true, "pooling_mode_mean_tokens": false}"#,
            #"{"pooling_mode_max_tokens": true}"#, #"{"pooling_mode": "lasttoken"}"#,
            #"{"pooling_mode_mean_tokens": true}"#,
        ])
    func pooling(stated: String) throws {
        let folder = try copy(pooling: stated)
        let flags = Self.texts.flatMap { ["--text", $0] }
        let run = try LLMToolProcess(["embed", "--model", folder.url.path, "--json"] + flags)
        #expect(run.status == 0, "\(run.log)")
        let json = try OrderedJSON(parsing: run.output.utf8, file: "output")
        let expected: [[Float]] = try PythonProcess.run(
            script: Self.reference, on: ["model": [folder.url.path], "texts": Self.texts])
        let vectors = json["embeddings"]?.array?.map {
            $0["embedding"]?.array?.compactMap { $0.double.map(Float.init) }
        }
        #expect(vectors == expected)
    }

    @Test("a pooling that the package lacks is refused")
    func otherPooling() throws {
        for stated in [
            #"{"pooling_mode": "weightedmean"}"#, #"{"pooling_mode": ["cls", "mean"]}"#,
            #"{"pooling_mode_cls_token": true, "pooling_mode_max_tokens": true}"#,
            #"{"pooling_mode": "cls", "include_prompt": false}"#,
        ] {
            let folder = try copy(pooling: stated)
            let run = try LLMToolProcess("embed", "--model", folder.url.path, "--text", "x")
            #expect(run.status == 3)
            #expect(run.log.contains("1_Pooling/config.json"), "\(run.log)")
        }
    }

    /// The checkpoint with another pooling.
    private func copy(pooling: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for name in try FileManager.default.contentsOfDirectory(atPath: embedder)
        where name != "1_Pooling" {
            try FileManager.default.createSymbolicLink(
                atPath: folder.url.appending(path: name).path,
                withDestinationPath: "\(embedder)/\(name)")
        }
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "1_Pooling"), withIntermediateDirectories: true)
        try folder.write("1_Pooling/config.json", pooling)
        return folder
    }

    private static let reference = """
        import json, sys
        from pathlib import Path
        from recorder import embedding
        request = json.loads(sys.argv[1])
        print(json.dumps(embedding.embed(Path(request["model"][0]), request["texts"])))
        """

    /// For each question the one sentence that answers it.
    private static let answers = [
        ("Which animal is asleep?", "A kitten naps on the sofa."),
        ("How is the weather?", "Heavy rain is expected tomorrow."),
        ("What can I eat for dinner?", "She cooked a pot of tomato soup."),
        ("news about the economy", "Share prices fell after the bank raised interest rates."),
        ("How does a computer program run?", "The compiler turns source code into machine code."),
    ]

    @Test("the sentence that answers a question is the first", arguments: answers)
    func ranking(question: String, answer: String) throws {
        let flags = Self.answers.flatMap { ["--text", $0.1] }
        let run = try LLMToolProcess(
            ["embed", "--model", embedder, "--query", question] + flags)
        let lines = run.output.split(separator: "\n")
        #expect(lines.count == Self.answers.count)
        #expect(lines.first?.hasSuffix("\t\(answer)") == true)
        let scores = lines.compactMap { Double($0.prefix { $0 != "\t" }) }
        #expect(scores == scores.sorted(by: >))
    }

    @Test("texts come from a file, vectors go to one")
    func files() throws {
        let folder = try TemporaryFolder()
        let texts = try folder.write("texts.txt", "One line.\nAnother line.\n")
        let output = folder.url.appending(path: "vectors.safetensors")
        let run = try LLMToolProcess(
            "embed", "--model", embedder, "--file", texts.path, "--output", output.path)
        #expect(run.status == 0)
        #expect(run.output.isEmpty)
        let vectors = try SafetensorsFile.read(output)
        #expect(vectors["text_embeds"]?.shape == [2, 384])
    }

    @Test("generating from an encoder is one message")
    func generating() throws {
        let run = try LLMToolProcess("--model", embedder, "--prompt-ids", "101,102")
        #expect(run.status == 3)
        #expect(run.log.contains("gives texts vectors and generates none"))
        let none = try LLMToolProcess("embed", "--model", embedder)
        #expect(none.status == 2)
        #expect(none.log.contains("--text or --file is missing"))
    }
}
