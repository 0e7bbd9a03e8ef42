/// As many tokens as a picture has merged patches: mlx-vlm's `Qwen2VLProcessor` and
/// `Qwen2_5_VLProcessor`.
struct Qwen2VLExpansion: PromptExpansion {
    private let token: String
    private let patchesPerToken: Int

    init(_ files: ProcessorFiles, merged: Int) throws(ProcessorError) {
        token = try files.token("image_token", standard: "<|image_pad|>")
        patchesPerToken = merged * merged
    }

    func expanded(
        _ prompt: String, images: [ImageLayout], sounds: Int
    ) throws(ProcessorError) -> String {
        let texts = images.map { layout in
            guard case .patches(let times, let rows, let columns) = layout else { return token }
            return token * (times * rows * columns / patchesPerToken)
        }
        return try prompt.replacingMarks(token, of: "pictures", with: texts)
    }
}
