/// The characters with which byte-level vocabularies spell bytes: printable ones stand for
/// themselves, the rest for characters from U+0100 on.
enum ByteAlphabet {
    private static let bytes: [Unicode.Scalar: UInt8] = {
        let printable = Set([0x21...0x7E, 0xA1...0xAC, 0xAE...0xFF].joined())
        var bytes: [Unicode.Scalar: UInt8] = [:]
        var next: UInt32 = 0x100
        for byte in UInt8.min...UInt8.max {
            if printable.contains(Int(byte)) {
                bytes[Unicode.Scalar(byte)] = byte
            } else {
                bytes[Unicode.Scalar(next)!] = byte
                next += 1
            }
        }
        return bytes
    }()

    /// The bytes that a piece spells; a piece with any other character spells its own UTF-8.
    static func bytes(of piece: String) -> [UInt8] {
        var result: [UInt8] = []
        for scalar in piece.unicodeScalars {
            guard let byte = bytes[scalar] else { return Array(piece.utf8) }
            result.append(byte)
        }
        return result
    }
}
