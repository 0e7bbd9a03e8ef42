/// Soft tokens of one length for each picture and sound: mlx-vlm's `Gemma3nProcessor`.
struct Gemma3nExpansion: PromptExpansion {
    private let imageToken: String
    private let soundToken: String
    private let image: String
    private let sound: String

    init(_ files: ProcessorFiles) throws(ProcessorError) {
        imageToken = try files.token("image_token")
        soundToken = try files.token("audio_token")
        let imageLength = try files.processor?.count("image_seq_length") ?? 256
        let soundLength = try files.processor?.count("audio_seq_length") ?? 188
        image =
            "\n\n" + (try files.token("boi_token")) + imageToken * imageLength
            + (try files.token("eoi_token")) + "\n\n"
        sound =
            "\n\n" + (try files.token("boa_token")) + soundToken * soundLength
            + (try files.token("eoa_token")) + "\n\n"
    }

    func expanded(
        _ prompt: String, images: [ImageLayout], sounds: Int
    ) throws(ProcessorError) -> String {
        try prompt
            .replacingMarks(
                soundToken, of: "sounds", with: [String](repeating: sound, count: sounds)
            )
            .replacingMarks(imageToken, of: "pictures", with: images.map { _ in image })
    }

    var tokenTypes: [String: Int]? { [imageToken: 1, soundToken: 3] }
}

/// Soft tokens of one length for each picture and each of its crops: mlx-vlm's `Gemma3Processor`.
struct Gemma3Expansion: PromptExpansion {
    private let mark: String
    private let image: String

    init(_ files: ProcessorFiles) throws(ProcessorError) {
        mark = try files.token("boi_token")
        let length = try files.processor?.count("image_seq_length") ?? 256
        image =
            "\n\n" + mark + (try files.token("image_token")) * length
            + (try files.token("eoi_token")) + "\n\n"
    }

    func expanded(
        _ prompt: String, images: [ImageLayout], sounds: Int
    ) throws(ProcessorError) -> String {
        let texts = images.map { layout in
            guard case .crops(let count) = layout, count > 0 else { return image }
            let crops = [String](repeating: image, count: count).joined(separator: " ")
            return "Here is the original image \(image) and here are some crops to help you see"
                + " better \(crops)"
        }
        return try prompt.replacingMarks(mark, of: "pictures", with: texts)
    }
}
