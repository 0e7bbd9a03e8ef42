#if canImport(CImages)
    import CImages
    import FileFormats
    import Foundation

    /// What a JPEG file says before its first scan.
    ///
    /// An EXIF block may be spread over segments; of XMP the last counts.
    func readJPEGMetadata(_ bytes: Data) -> PictureMetadata {
        var metadata = PictureMetadata()
        let exif = Data("Exif\0\0".utf8)
        let xmp = Data("http://ns.adobe.com/xap/1.0/\0".utf8)
        var place = bytes.startIndex + 2
        while place + 1 < bytes.endIndex {
            guard bytes[place] == 0xFF else {
                place += 1
                continue
            }
            let marker = bytes[place + 1]
            place += marker == 0xFF ? 1 : 2
            switch marker {
            // Padding, and markers that stand alone.
            case 0, 0x01, 0xD0...0xD8, 0xFF: continue
            case 0xD9, 0xDA: return metadata
            default: break
            }
            guard place + 2 <= bytes.endIndex else { return metadata }
            let length = Int(bytes[place]) << 8 | Int(bytes[place + 1])
            guard length >= 2, place + length <= bytes.endIndex else { return metadata }
            let segment = bytes[place + 2..<place + length]
            if marker == 0xE1, segment.starts(with: exif) {
                metadata.exif = metadata.exif.map { $0 + segment.dropFirst(6) } ?? Data(segment)
            } else if marker == 0xE1, segment.starts(with: xmp) {
                metadata.xmp = Data(segment.dropFirst(xmp.count))
            }
            place += length
        }
        return metadata
    }

    /// What a WebP file's chunks say.
    func readWebPMetadata(_ bytes: UnsafeBufferPointer<UInt8>) -> PictureMetadata {
        func chunk(_ name: String) -> Data? {
            var (offset, length) = (0, 0)
            guard cimages_webp_chunk(bytes.baseAddress!, bytes.count, name, &offset, &length) else {
                return nil
            }
            return Data(bytes[offset..<offset + length])
        }
        return PictureMetadata(exif: chunk("EXIF"), xmp: chunk("XMP "))
    }

    /// What a PNG file's chunks say, those after the pixels too.
    func readPNGMetadata(_ bytes: Data) -> PictureMetadata {
        var metadata = PictureMetadata()
        var profile: Data?
        var place = bytes.startIndex + 8
        while place + 12 <= bytes.endIndex {
            let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
            guard place + 12 + length <= bytes.endIndex else { break }
            let contents = bytes[place + 8..<place + 8 + length]
            switch String(decoding: bytes[place + 4..<place + 8], as: UTF8.self) {
            case "eXIf": metadata.exif = Data(contents)
            case "tEXt": profile = exifProfile(latinText(contents)) ?? profile
            case "zTXt": profile = exifProfile(packedText(contents)) ?? profile
            case "iTXt": metadata.xmp = xmpText(contents) ?? metadata.xmp
            case "IEND": place = bytes.endIndex
            default: break
            }
            place += 12 + length
        }
        if metadata.exif == nil { metadata.exif = profile }
        return metadata
    }

    /// What a text chunk may unpack to: Pillow's limit.
    private let textLimit = 1 << 20

    private typealias KeyedText = (key: Data, text: Data)

    private func latinText(_ contents: Data) -> KeyedText? {
        guard let end = contents.firstIndex(of: 0) else { return nil }
        return (contents[..<end], contents[(end + 1)...])
    }

    private func packedText(_ contents: Data) -> KeyedText? {
        guard let (key, rest) = latinText(contents), rest.first == 0,
            let text = unpack(rest.dropFirst())
        else { return nil }
        return (key, text)
    }

    /// The block in `Raw profile type exif`, which is written as hexadecimal digits.
    private func exifProfile(_ chunk: KeyedText?) -> Data? {
        guard let chunk, chunk.key == Data("Raw profile type exif".utf8) else { return nil }
        let lines = chunk.text.split(separator: 0x0A, omittingEmptySubsequences: false)
        let digits = lines.dropFirst(3).joined().compactMap { Character(.init($0)).hexDigitValue }
        guard digits.count.isMultiple(of: 2) else { return nil }
        return Data(
            stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
        )
    }

    private func xmpText(_ contents: Data) -> Data? {
        guard let (key, rest) = latinText(contents), key == Data("XML:com.adobe.xmp".utf8),
            rest.count >= 2
        else { return nil }
        let isPacked = rest[rest.startIndex] != 0
        // Language and translated keyword.
        let parts = rest.dropFirst(2).split(
            separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        return isPacked ? unpack(parts[2]) : Data(parts[2])
    }

    /// Unpacks a zlib stream; nil if it is damaged or too large.
    private func unpack(_ packed: Data) -> Data? {
        // Two bytes of header; the checksum at the end is left alone.
        Data(packed.dropFirst(2)).withUnsafeBytes {
            try? Inflater.unpack($0, .none, limit: textLimit).output
        }
    }
#endif
