import Foundation

/// What a picture may be.
public struct PictureLimits: Sendable {
    /// The most pixels: a picture that claims more is an error before there is memory for them. Reading
    /// one takes about twelve bytes a pixel, beside the file.
    public var pixels: Int

    /// Limits; by default Pillow's, beyond which it speaks of a decompression bomb.
    public init(pixels: Int = 178_956_970) {
        self.pixels = pixels
    }
}

extension Picture {
    /// A JPEG, PNG or WebP file's picture as it is meant to be seen: what
    /// `ImageOps.exif_transpose(Image.open(…)).convert("RGB")` gives.
    ///
    /// Colours are taken as they are: no profile and no gamma is applied, transparency is left out, an
    /// animation gives its first frame.
    ///
    /// - Parameters:
    ///   - source: the file.
    ///   - limits: what the picture may be.
    /// - Throws: ``MediaError`` if the file is of another format, truncated, malformed or too large.
    public init(_ source: MediaSource, limits: PictureLimits = .init()) throws(MediaError) {
        guard let format = PictureFormat(source.bytes) else {
            throw MediaError(source.name, "it is not a JPEG, PNG or WebP file")
        }
        do {
            self = try decode(source.bytes, format, limits)
        } catch {
            throw MediaError(source.name, error.cause)
        }
    }
}

/// The formats that are read.
enum PictureFormat: String {
    case jpeg = "JPEG"
    case png = "PNG"
    case webP = "WebP"

    /// The format that a file begins as; nil for every other.
    init?(_ bytes: Data) {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if bytes.starts(with: Data("RIFF".utf8)),
            bytes.dropFirst(8).starts(with: Data("WEBP".utf8))
        {
            self = .webP
        } else {
            return nil
        }
    }
}
