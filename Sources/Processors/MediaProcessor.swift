/// All that prepares a family's pictures, sounds and prompts.
public struct MediaProcessor: Sendable {
    /// The families that have one.
    public static let modelTypes = [
        "gemma3n", "gemma3", "paligemma", "qwen2_vl", "qwen2_5_vl", "idefics3", "smolvlm",
        "pixtral",
    ]

    /// The tokens that end an answer besides the tokenizer's (`additional_eos_token_ids` of the processors).
    public static func stopTokens(modelType: String) -> [String] {
        modelType == "idefics3" ? ["<end_of_utterance>"] : []
    }

    /// Makes inputs of pictures.
    public let images: any ImageProcessor
    /// Makes inputs of sounds; nil where the model hears none.
    public let sounds: (any AudioFeatureExtractor)?
    /// Where messages speak of them.
    public let placement: MediaPlacement
    /// Puts their tokens into the prompt.
    public let expansion: any PromptExpansion
    /// How many pictures a conversation may have; nil is any number.
    public let imageLimit: Int?

    /// The processor of a checkpoint.
    ///
    /// - Parameters:
    ///   - modelType: the `model_type` of the checkpoint's `config.json`.
    ///   - files: the checkpoint's files.
    ///   - bos: the text that begins every prompt, nil if the tokenizer names none.
    /// - Throws: ``ProcessorError`` if the family has none here, or a file is malformed.
    public init(
        modelType: String, _ files: ProcessorFiles, bos: String?
    ) throws(ProcessorError) {
        let processor = try makeImageProcessor(modelType: modelType, files)
        images = processor
        guard let placement = MediaPlacement(modelType: modelType) else {
            throw ProcessorError("the family \(modelType) has no processor here")
        }
        self.placement = placement
        sounds = modelType == "gemma3n" ? try Gemma3nAudioFeatureExtractor(files) : nil
        imageLimit = modelType == "paligemma" ? 1 : nil
        switch modelType {
        case "gemma3n": expansion = try Gemma3nExpansion(files)
        case "gemma3": expansion = try Gemma3Expansion(files)
        case "paligemma": expansion = try PaliGemmaExpansion(files, bos: bos)
        case "idefics3": expansion = try Idefics3Expansion(files, namesTokens: false)
        case "smolvlm": expansion = try Idefics3Expansion(files, namesTokens: true)
        case "pixtral": expansion = try PixtralExpansion(files)
        default:
            let patches = processor as? Qwen2VLImageProcessor
            expansion = try Qwen2VLExpansion(files, merged: patches?.merged ?? 2)
        }
    }
}
