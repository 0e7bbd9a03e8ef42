/// A row of tokens for each row of a picture's patches, with a token between rows and one at the end:
/// mlx-vlm's `PixtralProcessor`.
struct PixtralExpansion: PromptExpansion {
    private let token: String
    private let rowEnd: String
    private let imageEnd: String
    private let side: Int

    init(_ files: ProcessorFiles) throws(ProcessorError) {
        token = try files.processor?.text("image_token") ?? "[IMG]"
        rowEnd = try files.processor?.text("image_break_token") ?? "[IMG_BREAK]"
        imageEnd = try files.processor?.text("image_end_token") ?? "[IMG_END]"
        side = try PixtralTokens(files.processor).side
    }

    func expanded(
        _ prompt: String, images: [ImageLayout], sounds: Int
    ) throws(ProcessorError) -> String {
        let texts = images.map { layout in
            guard case .size(let height, let width) = layout else { return token }
            let row = token * (width / side)
            return [String](repeating: row, count: height / side).joined(separator: rowEnd)
                + imageEnd
        }
        return try prompt.replacingMarks(token, of: "pictures", with: texts)
    }
}
