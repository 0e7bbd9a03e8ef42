#if canImport(CImages)
    import CImages
    import FileFormats
    import Foundation

    /// A file's picture by libjpeg-turbo, libpng or libwebp, turned upright.
    func decode(
        _ bytes: Data, _ format: PictureFormat, _ limits: PictureLimits
    ) throws(FormatError) -> Picture {
        let library = PictureLibrary(format)
        let result = bytes.withUnsafeBytes { raw -> Result<Picture, FormatError> in
            let file = raw.assumingMemoryBound(to: UInt8.self)
            var message = cimages_message()
            var size = cimages_size()
            guard library.size(file.baseAddress!, file.count, &size, &message) else {
                return .failure(FormatError("\(format.rawValue): \(text(of: message))"))
            }
            guard size.width > 0, size.height > 0 else {
                return .failure(FormatError("\(format.rawValue): it has no pixels"))
            }
            let (pixels, overflow) = Int(size.width).multipliedReportingOverflow(
                by: Int(size.height))
            guard !overflow, pixels <= limits.pixels else {
                return .failure(
                    FormatError(
                        "\(size.width) × \(size.height) pixels are more than the \(limits.pixels)"
                            + " that are allowed"))
            }
            var isDecoded = false
            let picture = Picture(width: Int(size.width), height: Int(size.height)) { target in
                isDecoded = library.decode(file.baseAddress!, file.count, size, target, &message)
                // An array is given out only with all its elements set.
                if !isDecoded { target.update(repeating: 0, count: pixels * 3) }
            }
            guard isDecoded else {
                return .failure(FormatError("\(format.rawValue): \(text(of: message))"))
            }
            return .success(picture.turned(from: library.metadata(bytes, file).orientation))
        }
        return try result.get()
    }

    /// The functions for a format.
    private struct PictureLibrary {
        typealias Bytes = UnsafePointer<UInt8>
        typealias Message = UnsafeMutablePointer<cimages_message>

        let size: (Bytes, Int, UnsafeMutablePointer<cimages_size>, Message) -> Bool
        let decode: (Bytes, Int, cimages_size, UnsafeMutablePointer<UInt8>, Message) -> Bool
        let metadata: (Data, UnsafeBufferPointer<UInt8>) -> PictureMetadata

        init(_ format: PictureFormat) {
            switch format {
            case .jpeg:
                size = cimages_jpeg_size
                decode = cimages_jpeg_decode
                metadata = { bytes, _ in readJPEGMetadata(bytes) }
            case .png:
                size = cimages_png_size
                decode = cimages_png_decode
                metadata = { bytes, _ in readPNGMetadata(bytes) }
            case .webP:
                size = cimages_webp_size
                decode = cimages_webp_decode
                metadata = { _, file in readWebPMetadata(file) }
            }
        }
    }

    /// The library's words, without a full stop.
    private func text(of message: cimages_message) -> String {
        let words = withUnsafeBytes(of: message.text) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        return words.hasSuffix(".") ? String(words.dropLast()) : words
    }
#endif
