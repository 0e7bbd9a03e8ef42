import Media

/// What transformers' `PilBackend` does with every picture, by its configuration.
struct ImageSteps: Sendable {
    /// How large the picture becomes; nil: as it is.
    let size: SizeRule?
    /// How it is resized.
    let filter: ResamplingFilter
    /// What is cut out of the middle; nil: all.
    let crop: PixelSize?
    /// From bytes to numbers.
    let scale: PixelScale

    /// What a class sets where the configuration is silent.
    struct Standard {
        var size: SizeRule
        var isSquare = true
        /// Whether the class cuts out the middle where it is told to; others do not look.
        var canCrop = false
        var filter: ResamplingFilter
        var means = [0.5, 0.5, 0.5]
        var deviations = [0.5, 0.5, 0.5]
    }

    /// The steps of a configuration.
    ///
    /// - Throws: ``ProcessorError`` if a value is none, or the pixels would stay bytes.
    init(_ settings: Settings, _ standard: Standard) throws(ProcessorError) {
        let size = try settings.size("size", standard.size, isSquare: standard.isSquare)
        self.size = try settings.bool("do_resize", true) ? size : nil
        filter = try settings.filter(standard.filter)
        if try settings.bool("do_center_crop", false), standard.canCrop {
            guard case .exactly(let size)? = try settings.size("crop_size", nil, isSquare: true)
            else {
                throw ProcessorError(
                    "do_center_crop wants a crop_size of height and width", file: settings.file)
            }
            crop = size
        } else {
            crop = nil
        }
        let factor = try settings.number("rescale_factor") ?? 1 / 255
        let normalization = Normalization(
            means: try settings.channels("image_mean", standard.means),
            deviations: try settings.channels("image_std", standard.deviations))
        let isRescaled = try settings.bool("do_rescale", true)
        let isNormalized = try settings.bool("do_normalize", true)
        guard isRescaled || isNormalized else {
            throw ProcessorError(
                "neither do_rescale nor do_normalize: pixels that stay bytes are not supported",
                file: settings.file)
        }
        scale = PixelScale(
            factor: isRescaled ? factor : nil, normalization: isNormalized ? normalization : nil,
            .double)
    }

    /// A picture in its new size, cropped.
    func shaped(_ picture: Picture) throws(ProcessorError) -> Picture {
        var picture = picture
        if let size {
            guard let new = size.size(of: picture.size) else {
                throw ProcessorError("a size of longest_edge alone is not one of this processor's")
            }
            picture = try picture.resized(to: new, filter)
        }
        if let crop { picture = picture.centerCropped(width: crop.width, height: crop.height) }
        return picture
    }

    /// The values of pictures of one size, `[count, 3, height, width]`.
    ///
    /// - Throws: ``ProcessorError`` if there is none, or their sizes differ.
    func stack(_ pictures: [Picture]) throws(ProcessorError) -> PlainTensor {
        guard let first = pictures.first else { throw ProcessorError("there is no picture") }
        guard pictures.allSatisfy({ $0.size == first.size }) else {
            throw ProcessorError("pictures of different sizes do not make one input")
        }
        return scale.padded(pictures)
    }
}
