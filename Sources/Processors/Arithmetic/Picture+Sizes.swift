import Media

extension Picture {
    /// Its size, rows first.
    var size: PixelSize { PixelSize(height: height, width: width) }

    /// The picture, its sides kept in proportion, as large as a frame allows: `resize_image` of mlx-vlm's
    /// utils.py.
    ///
    /// - Throws: ``ProcessorError`` if nothing is left of it, or the frame is larger than any picture.
    public func fitted(width: Int, height: Int) throws(ProcessorError) -> Picture {
        let sides = 1...PictureLimits().pixels
        guard sides.contains(width), sides.contains(height) else {
            throw ProcessorError("a picture cannot be resized to fit \(width) × \(height) pixels")
        }
        let ratio = min(Double(width) / Double(self.width), Double(height) / Double(self.height))
        let size = PixelSize(
            height: Int(Double(self.height) * ratio), width: Int(Double(self.width) * ratio))
        return try resized(to: size, .bicubic)
    }

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
