#if canImport(CoreGraphics) && !canImport(CImages)
    import CoreGraphics
    import FileFormats
    import Foundation
    import ImageIO

    /// A file's picture by ImageIO, turned upright, in sRGB.
    ///
    /// Not the same bits as on Linux: ImageIO decodes JPEG in its own way and converts colours by the
    /// file's profile; transparent pixels become black by as much as they are transparent.
    func decode(
        _ bytes: Data, _ format: PictureFormat, _ limits: PictureLimits
    ) throws(FormatError) -> Picture {
        guard let source = CGImageSourceCreateWithData(bytes as CFData, nil),
            let properties = CGImageSourceCopyPropertiesAtIndex(source, 0, nil) as? [CFString: Any],
            let width = properties[kCGImagePropertyPixelWidth] as? Int,
            let height = properties[kCGImagePropertyPixelHeight] as? Int, width > 0, height > 0
        else { throw FormatError("\(format.rawValue): the file is truncated or malformed") }
        let (pixels, overflow) = width.multipliedReportingOverflow(by: height)
        guard !overflow, pixels <= limits.pixels else {
            throw FormatError(
                "\(width) × \(height) pixels are more than the \(limits.pixels) that are allowed")
        }
        guard let image = CGImageSourceCreateImageAtIndex(source, 0, nil),
            let space = CGColorSpace(name: CGColorSpace.sRGB),
            let context = CGContext(
                data: nil, width: width, height: height, bitsPerComponent: 8,
                bytesPerRow: width * 4, space: space,
                bitmapInfo: CGImageAlphaInfo.noneSkipLast.rawValue)
        else { throw FormatError("\(format.rawValue): the file is truncated or malformed") }
        context.draw(image, in: CGRect(x: 0, y: 0, width: width, height: height))
        guard let drawn = context.data?.assumingMemoryBound(to: UInt8.self) else {
            throw FormatError("\(format.rawValue): no memory for its pixels")
        }
        let picture = Picture(width: width, height: height) { target in
            for pixel in 0..<pixels {
                (target + 3 * pixel).update(from: drawn + 4 * pixel, count: 3)
            }
        }
        let orientation = (properties[kCGImagePropertyOrientation] as? Int)
            .flatMap(Orientation.init(rawValue:))
        return picture.turned(from: orientation ?? .upright)
    }
#endif
