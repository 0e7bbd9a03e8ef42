import Foundation

/// What a picture's file says about the picture.
struct PictureMetadata {
    /// The EXIF block, with or without `Exif\0\0` in front.
    var exif: Data?
    /// The XMP block.
    var xmp: Data?

    /// How the picture lies: the EXIF block's word, or else the XMP block's.
    ///
    /// An EXIF block that is not one says nothing; Pillow gives an error for some of these.
    var orientation: Orientation {
        if let exif, !exif.isEmpty {
            guard let directory = EXIFDirectory(exif) else { return .upright }
            if let value = directory.orientation { return Orientation(rawValue: value) ?? .upright }
            if directory.hasOtherOrientation { return .upright }
        }
        return xmp.flatMap(orientationInXMP) ?? .upright
    }
}

/// The digit after `tiff:Orientation="` or `tiff:Orientation>`.
private func orientationInXMP(_ xmp: Data) -> Orientation? {
    for text in ["tiff:Orientation=\"", "tiff:Orientation>"].map({ Data($0.utf8) }) {
        var rest = xmp[...]
        while let found = rest.range(of: text) {
            if let digit = xmp[found.upperBound...].first, (0x30...0x39).contains(digit) {
                return Orientation(rawValue: Int(digit) - 0x30) ?? .upright
            }
            rest = xmp[found.upperBound...]
        }
    }
    return nil
}

/// The first directory of an EXIF block, which is a TIFF file without a picture.
private struct EXIFDirectory {
    /// The value of the tag, if it is one integer.
    private(set) var orientation: Int?
    /// Whether the tag has a value of another kind.
    private(set) var hasOtherOrientation = false

    private static let tag = 0x0112
    /// How many bytes a value of each type has.
    private static let sizes = [
        1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8,
    ]

    /// Nil if the block has no header of a TIFF file.
    init?(_ block: Data) {
        var bytes = [UInt8](block)
        let name = Array("Exif\0\0".utf8)
        for _ in 0..<2 where bytes.starts(with: name) { bytes.removeFirst(name.count) }
        guard bytes.count >= 8 else { return nil }
        let isBig: Bool
        switch Array(bytes[..<4]) {
        case [0x4D, 0x4D, 0, 0x2A], [0x4D, 0x4D, 0x2A, 0], [0x4D, 0x4D, 0, 0x2B]: isBig = true
        case [0x49, 0x49, 0x2A, 0], [0x49, 0x49, 0, 0x2A]: isBig = false
        default: return nil
        }
        read(EndianBytes(bytes: bytes, isBig: isBig))
    }

    /// Reads entries until the tag, as Pillow does: an entry that points outside ends it.
    private mutating func read(_ bytes: EndianBytes) {
        guard let start = bytes.number(at: 4, size: 4),
            let count = bytes.number(at: start, size: 2)
        else { return }
        var claimed = 0
        for entry in 0..<count {
            let place = start + 2 + entry * 12
            guard place + 12 <= bytes.count,
                let tag = bytes.number(at: place, size: 2),
                let type = bytes.number(at: place + 2, size: 2),
                let values = bytes.number(at: place + 4, size: 4)
            else { return }
            guard let size = Self.sizes[type] else { continue }
            if size * values > 4 {
                claimed += size * values
                if claimed > bytes.count { continue }
                guard let offset = bytes.number(at: place + 8, size: 4),
                    offset + size * values <= bytes.count
                else { return }
            }
            guard tag == Self.tag, values > 0 else { continue }
            if values == 1, [3, 4, 6, 8, 9, 13].contains(type) {
                orientation = bytes.number(at: place + 8, size: size)
            } else {
                hasOtherOrientation = true
            }
            return
        }
    }
}

/// Unsigned numbers in bytes.
private struct EndianBytes {
    let bytes: [UInt8]
    let isBig: Bool

    var count: Int { bytes.count }

    /// Nil beyond the end.
    func number(at place: Int, size: Int) -> Int? {
        guard place >= 0, place + size <= bytes.count else { return nil }
        let part = bytes[place..<place + size]
        return isBig
            ? part.reduce(0) { $0 << 8 | Int($1) } : part.reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
