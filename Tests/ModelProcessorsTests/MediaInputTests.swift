import FileFormats
import FileTestSupport
import Foundation
import MLX
import Media
import MediaTestSupport
import ModelRuntime
import ModelTokenizers
import Testing

@testable import ModelProcessors
@testable import Processors

@Suite("Conversations with pictures and sounds", .serialized)
struct MediaInputTests {
    private struct Expected: Decodable {
        struct Message: Decodable {
            let role: String
            let content: String
        }

        struct Tensor: Decodable, Equatable {
            let shape: [Int]
            let dtype: String
            let hash: String
        }

        let family: String
        let messages: [Message]
        let pictures: [String]
        let frame: [Int]?
        let sounds: [Int]
        let tokens: [Int]
        let tensors: [String: Tensor]
    }

    private func described(_ array: MLXArray) -> Expected.Tensor {
        let hash =
            switch array.dtype {
            case .float32: digest(array.asArray(Float.self))
            case .int64: digest(array.asArray(Int64.self))
            default: digest(array.asArray(Bool.self))
            }
        return .init(shape: array.shape, dtype: "\(array.dtype)", hash: hash)
    }

    /// A WAV file whose samples are the values, as far as 16 bits go.
    private func wav(_ samples: [Float]) -> Data {
        var data = Data("RIFF".utf8)
        data.append(little: UInt32(36 + samples.count * 2))
        data += Data("WAVEfmt ".utf8)
        for number in [16, 0x0001_0001, 16_000, 32_000, 0x0010_0002] as [UInt32] {
            data.append(little: number)
        }
        data += Data("data".utf8)
        data.append(little: UInt32(samples.count * 2))
        for sample in samples { data.append(little: Int16(sample * 32768)) }
        return data
    }

    private func processor(
        _ family: String, in folder: TemporaryFolder
    ) throws -> (MediaInputProcessor, HuggingFaceTokenizer) {
        let directory = try CheckpointDirectory(folder.url.appending(path: family))
        return (
            try MediaInputProcessor(
                directory, PromptFormat(package: .mlxVLM, modelType: family)),
            try HuggingFaceTokenizer(directory)
        )
    }

    @Test("have the token ids and tensors that mlx-vlm's processors give, in eight families")
    func python() throws {
        let folder = try TemporaryFolder()
        let expected: [Expected] = try PythonScript("prompts").run(in: folder)
        #expect(Set(expected.map(\.family)) == Set(MediaProcessor.modelTypes))
        for group in expected {
            let (processor, tokenizer) = try processor(group.family, in: folder)
            var input = UserInput(
                group.messages.map { ChatMessage(role: $0.role, content: .string($0.content)) },
                images: group.pictures.map { .file(folder.url.appending(path: $0)) },
                audio: try group.sounds.map { index in
                    let bytes = try Data(contentsOf: folder.url.appending(path: "\(index).raw"))
                    return .data(
                        wav(bytes.withUnsafeBytes { Array($0.bindMemory(to: Float.self)) }))
                })
            input.imageFrame = group.frame.map { .init(width: $0[0], height: $0[1]) }
            let prepared = try processor.prepare(input, tokenizer: tokenizer)
            #expect(prepared.tokens == group.tokens, "\(group.family)")
            // Labels serve training.
            let tensors = group.tensors.filter { $0.key != "labels" }
            #expect(Set(prepared.inputs.names) == Set(tensors.keys), "\(group.family)")
            for (name, tensor) in tensors {
                #expect(
                    try described(#require(prepared.inputs[name])) == tensor,
                    "\(group.family), \(name)")
            }
        }
    }

    @Test("are refused where the model takes no such media, or the prompt has no place for them")
    func refused() throws {
        let folder = try TemporaryFolder()
        let _: [Expected] = try PythonScript("prompts").run(in: folder)
        let picture = UserInput.Media.file(folder.url.appending(path: "0.png"))
        func message(_ family: String, _ input: UserInput) throws -> String? {
            let (processor, tokenizer) = try processor(family, in: folder)
            do {
                _ = try processor.prepare(input, tokenizer: tokenizer)
                return nil
            } catch {
                return "\(error)"
            }
        }
        #expect(
            try message("gemma3", UserInput("?", audio: [.data(wav([0]))]))?
                .contains("takes no recordings") == true)
        #expect(
            try message("paligemma", UserInput("?", images: [picture, picture]))?
                .contains("takes 1 picture") == true)
        #expect(
            try message("gemma3n", UserInput("<image_soft_token>", images: [picture]))?
                .contains("2 places for pictures, and 1") == true)
        #expect(
            try message("qwen2_vl", UserInput("?", images: [.data(Data("GIF89a".utf8))]))?
                .contains("picture 1: it is not a JPEG, PNG or WebP file") == true)
        #expect(
            try message("smolvlm", UserInput([.system("?")], images: [picture]))?
                .contains("no message of a user's") == true)
        var flat = UserInput("?", images: [.file(folder.url.appending(path: "1.png"))])
        flat.imageFrame = .init(width: 2, height: 2)
        #expect(
            try message("gemma3", flat)?
                .contains("a picture of 100 × 33 pixels would get 2 × 0") == true)
        flat.imageFrame = .init(width: .max, height: 2)
        #expect(try message("gemma3", flat)?.contains("cannot be resized to fit") == true)
        var film = UserInput("?")
        film.videos = [picture]
        #expect(try message("smolvlm", film)?.contains("films are not supported") == true)
        var plain = UserInput("?", images: [picture])
        plain.usesChatTemplate = false
        #expect(try message("idefics3", plain)?.contains("chat template") == true)
    }

    @Test("without media are prepared as text")
    func text() throws {
        let folder = try TemporaryFolder()
        let _: [Expected] = try PythonScript("prompts").run(in: folder)
        let (processor, tokenizer) = try processor("idefics3", in: folder)
        let prepared = try processor.prepare(UserInput("Hi"), tokenizer: tokenizer)
        #expect(prepared.inputs.names.isEmpty)
        #expect(try tokenizer.decode(prepared.tokens, skipSpecialTokens: true).contains("Hi"))
    }

    @Test("may speak of their pictures in the middle of a text")
    func placement() throws {
        let parts: OrderedJSON = [
            ["type": "text", "text": "a"], ["type": "image_url"], ["type": "text", "text": "b"],
        ]
        let qwen = try #require(MediaPlacement(modelType: "qwen2_vl"))
        let placed = qwen.content(parts, role: "user", images: 2, sounds: 0)
        #expect(
            placed.array?.compactMap { $0["type"]?.string } == ["text", "image", "text", "image"])
        let gemma = try #require(MediaPlacement(modelType: "gemma3"))
        #expect(
            gemma.content(parts, role: "user", images: 2, sounds: 0)
                == "a<start_of_image>b<start_of_image>")
        #expect(gemma.content("c", role: "assistant", images: 0, sounds: 0) == "c")
    }
}
