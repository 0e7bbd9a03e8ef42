import Foundation

/// Reads gzip files (RFC 1952), the form in which recorded traces are committed.
///
/// Foundation has no decompression on Linux, and traces are small: a plain decoder will do.
enum Gzip {
    /// What is wrong with the compressed bytes.
    struct Failure: Error, Equatable {
        let message: String
    }

    /// The most that a trace may unpack to.
    static let limit = 1 << 30

    /// Whether data starts like a gzip file.
    static func isCompressed(_ data: Data) -> Bool { data.starts(with: [0x1F, 0x8B]) }

    /// The unpacked bytes of a file with one member.
    static func unpack(_ data: Data, limit: Int = limit) throws(Failure) -> Data {
        let bytes = [UInt8](data)
        var reader = BitReader(bytes: bytes, position: try headerLength(bytes))
        let output = try Inflate.decode(&reader, limit: limit)
        let end = reader.position
        guard end + 8 <= bytes.count else { throw Failure(message: "it ends too early") }
        func word(_ start: Int) -> UInt32 {
            (0..<4).reduce(0) { $0 | UInt32(bytes[start + $1]) << UInt32(8 * $1) }
        }
        guard word(end) == checksum(output),
            word(end + 4) == UInt32(truncatingIfNeeded: output.count)
        else { throw Failure(message: "its checksum is wrong") }
        return Data(output)
    }

    /// The length of the header, whose optional fields are passed over.
    private static func headerLength(_ bytes: [UInt8]) throws(Failure) -> Int {
        guard bytes.count >= 18, bytes[0] == 0x1F, bytes[1] == 0x8B, bytes[2] == 8 else {
            throw Failure(message: "its header is damaged")
        }
        let flags = bytes[3]
        var position = 10
        if flags & 4 != 0, position + 2 <= bytes.count {
            position += 2 + Int(bytes[position]) + Int(bytes[position + 1]) << 8
        }
        // The name and the comment end with a zero.
        for flag: UInt8 in [8, 16] where flags & flag != 0 {
            while position < bytes.count, bytes[position] != 0 { position += 1 }
            position += 1
        }
        if flags & 2 != 0 { position += 2 }
        guard position < bytes.count else { throw Failure(message: "its header is damaged") }
        return position
    }

    /// CRC-32 as gzip computes it.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var value = UInt32.max
        for byte in bytes {
            value = value >> 8 ^ checksumTable[Int(UInt8(truncatingIfNeeded: value) ^ byte)]
        }
        return ~value
    }

    private static let checksumTable: [UInt32] = (0..<256).map { byte in
        var value = UInt32(byte)
        for _ in 0..<8 {
            let half = value >> 1
            value = value & 1 == 0 ? half : half ^ 0xEDB8_8320
        }
        return value
    }
}
