import FileTestSupport
import Foundation
import ModelRuntime
import Testing

/// A prompt with media, and the ids that mlx-vlm generates after it.
struct MediaCase: Decodable {
    let model: String
    let prompt: String
    let pictures: [String]
    /// What the pictures are resized to fit, none where they stay as they are.
    let frame: [Int]?
    /// None where no model hears.
    let sounds: [String]?
    let tokens: [Int]

    /// Has a script of `Python/` write checkpoints and media into a folder, and say what mlx-vlm makes of them.
    static func made(by script: String, _ option: String? = nil) throws -> (
        TemporaryFolder, [MediaCase]
    ) {
        let folder = try TemporaryFolder()
        let path = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Python/\(script)").path
        let printed =
            try option.map { try PythonProcess.run(path, folder.url.path, $0) }
            ?? PythonProcess.run(path, folder.url.path)
        return (folder, try JSONDecoder().decode([MediaCase].self, from: Data(printed.utf8)))
    }

    /// The ids that llm-tool generates with options that name the media.
    func generated(with media: [String]) throws -> [Int]? {
        let run = try LLMToolProcess(
            ["--model", model, "--prompt", prompt] + media + ["--max-tokens", "12", "--json"])
        #expect(run.status == 0, "\(run.log)")
        let json = try OrderedJSON(parsing: run.output.utf8, file: "output")
        return json["tokens"]?.array?.compactMap(\.int)
    }
}
