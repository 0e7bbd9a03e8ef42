import Media

extension Picture {
    /// Its size, rows first.
    var size: PixelSize { PixelSize(height: height, width: width) }

    /// The picture in another size.
    ///
    /// - Throws: ``ProcessorError`` if that has no pixels, or more than any picture may have.
    func resized(
        to size: PixelSize, _ filter: ResamplingFilter
    ) throws(ProcessorError) -> Picture {
        guard size.height > 0, size.width > 0 else {
            throw ProcessorError(
                "a picture of \(width) × \(height) pixels would get \(size.width) × \(size.height)")
        }
        let (pixels, overflow) = size.height.multipliedReportingOverflow(by: size.width)
        guard !overflow, pixels <= PictureLimits().pixels else {
            throw ProcessorError(
                "a picture of \(width) × \(height) pixels would get \(size.width) × \(size.height):"
                    + " too many")
        }
        return resized(width: size.width, height: size.height, filter)
    }
}
