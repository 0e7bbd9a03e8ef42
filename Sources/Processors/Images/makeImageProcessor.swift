/// The image processor of a checkpoint of a family, as mlx-vlm's processor of that family loads it.
///
/// - Parameters:
///   - modelType: the `model_type` of the checkpoint's `config.json`.
///   - files: the checkpoint's files.
/// - Throws: ``ProcessorError`` if the family or its image processor is not one of those here, or the
///   configuration is malformed.
public func makeImageProcessor(
    modelType: String, _ files: ProcessorFiles
) throws(ProcessorError) -> any ImageProcessor {
    switch modelType {
    // These have classes of mlx-vlm's, whatever type the configuration names.
    case "qwen2_vl", "qwen2_5_vl":
        return try Qwen2VLImageProcessor(files)
    case "pixtral":
        return try PixtralImageProcessor(
            files, patch: try PixtralTokens(files.processor).side)
    case "gemma3n", "paligemma":
        return try makeImageProcessor(named: "SiglipImageProcessor", files.imageSettings())
    case "gemma3":
        return try makeImageProcessor(named: "Gemma3ImageProcessor", files.imageSettings())
    case "idefics3":
        return try makeImageProcessor(named: "Idefics3ImageProcessor", files.imageSettings())
    case "smolvlm":
        return try makeImageProcessor(named: "SmolVLMImageProcessor", files.imageSettings())
    default:
        throw ProcessorError("the family \(modelType) has no image processor here")
    }
}

/// The image processor that a configuration names, or else the family's own.
private func makeImageProcessor(
    named standard: String, _ settings: Settings
) throws(ProcessorError) -> any ImageProcessor {
    let name = try settings.text("image_processor_type") ?? standard
    // The ending says which implementation wrote the file; without torchvision it is Pillow's that reads.
    switch name.hasSuffix("Fast") ? String(name.dropLast(4)) : name {
    case "SiglipImageProcessor": return try SiglipImageProcessor(settings)
    case "Gemma3ImageProcessor": return try Gemma3ImageProcessor(settings)
    case "Idefics3ImageProcessor", "SmolVLMImageProcessor":
        return try Idefics3ImageProcessor(settings)
    default:
        throw ProcessorError("image_processor_type \(name) is not supported", file: settings.file)
    }
}

/// How Pixtral's tokens lie in a picture, by `processor_config.json`.
struct PixtralTokens {
    /// A token's side, in pixels.
    let side: Int

    init(_ settings: Settings?) throws(ProcessorError) {
        let patch = try settings?.count("patch_size", limit: 1024) ?? 16
        side = patch * (try settings?.count("spatial_merge_size", limit: 1024) ?? 1)
    }
}
