/// All of a picture's tokens, the beginning of the sentence, the prompt and a line's end: mlx-vlm's
/// `PaliGemmaProcessor`.
struct PaliGemmaExpansion: PromptExpansion {
    private let mark = "<image>"
    private let length: Int
    private let bos: String

    /// - Parameter bos: the text that begins every prompt.
    init(_ files: ProcessorFiles, bos: String?) throws(ProcessorError) {
        guard let length = try files.imageSettings().count("image_seq_length") else {
            throw ProcessorError(
                "image_seq_length is missing", file: try files.imageSettings().file)
        }
        guard let bos else { throw ProcessorError("the tokenizer names no bos_token") }
        self.length = length
        self.bos = bos
    }

    func expanded(
        _ prompt: String, images: [ImageLayout], sounds: Int
    ) throws(ProcessorError) -> String {
        let parts = prompt.parts(between: mark)
        let expanded = try prompt.replacingMarks(
            mark, of: "pictures", with: images.map { _ in mark * length })
        let last = parts.last ?? ""
        // What follows the last picture is the sentence.
        return String(expanded.unicodeScalars.dropLast(last.unicodeScalars.count)) + bos + last
            + "\n"
    }

    var tokenTypes: [String: Int]? { [:] }
}
