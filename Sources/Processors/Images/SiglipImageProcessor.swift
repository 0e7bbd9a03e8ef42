import Media

/// Every picture in one size: transformers' `SiglipImageProcessorPil`, which `gemma3n` and `paligemma`
/// have.
public struct SiglipImageProcessor: ImageProcessor {
    private let steps: ImageSteps

    init(_ settings: Settings) throws(ProcessorError) {
        steps = try ImageSteps(
            settings,
            .init(
                size: .exactly(PixelSize(height: 224, width: 224)), isSquare: false,
                canCrop: true, filter: .bicubic))
        if try settings.bool("do_pad", false) {
            throw ProcessorError("do_pad is not supported", file: settings.file)
        }
    }

    /// `pixel_values` `[pictures, 3, height, width]`.
    public func features(of pictures: [Picture]) throws(ProcessorError) -> ImageFeatures {
        var shaped: [Picture] = []
        for picture in pictures { shaped.append(try steps.shaped(picture)) }
        return ImageFeatures(
            tensors: ["pixel_values": try steps.stack(shaped)],
            layouts: pictures.map { _ in .whole })
    }
}
