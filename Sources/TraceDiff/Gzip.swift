import FileFormats
import Foundation

/// Reads gzip files (RFC 1952), the form in which recorded traces are committed.
enum Gzip {
    /// The most that a trace may unpack to.
    static let limit = 1 << 30

    /// Whether data starts like a gzip file.
    static func isCompressed(_ data: Data) -> Bool { data.starts(with: [0x1F, 0x8B]) }

    /// The unpacked bytes of a file with one member, whose checksum is verified.
    static func unpack(_ data: Data, limit: Int = limit) throws(FormatError) -> Data {
        let result = data.withUnsafeBytes { bytes in
            Result { () throws(FormatError) in
                try Inflater.unpack(bytes, .gzip, limit: limit).output
            }
        }
        return try result.get()
    }
}
