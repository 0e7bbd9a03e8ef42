import CZlib
import Foundation

/// Reads gzip files (RFC 1952), the form in which recorded traces are committed.
enum Gzip {
    /// What is wrong with the compressed bytes.
    struct Failure: Error, Equatable {
        let message: String
    }

    /// The most that a trace may unpack to.
    static let limit = 1 << 30

    /// Whether data starts like a gzip file.
    static func isCompressed(_ data: Data) -> Bool { data.starts(with: [0x1F, 0x8B]) }

    /// The unpacked bytes of a file with one member, whose checksum is verified.
    static func unpack(_ data: Data, limit: Int = limit) throws(Failure) -> Data {
        let result = data.withUnsafeBytes { bytes in
            Result { () throws(Failure) in try unpack(bytes, limit: limit) }
        }
        return try result.get()
    }

    private static func unpack(
        _ bytes: UnsafeRawBufferPointer, limit: Int
    ) throws(Failure) -> Data {
        let inflater = try Inflater()
        var output = Data()
        var position = 0
        while !inflater.isFinished {
            guard position < bytes.count || inflater.hasPendingOutput else {
                throw Failure(message: "it ends too early")
            }
            position += try inflater.step(UnsafeRawBufferPointer(rebasing: bytes[position...])) {
                output.append(contentsOf: $0)
            }
            guard output.count <= limit else {
                throw Failure(message: "it unpacks to more than \(limit) bytes")
            }
        }
        return output
    }
}

/// A zlib stream that unpacks one gzip member.
private final class Inflater {
    // zlib keeps the address of the stream, so that it must not move.
    private let stream: UnsafeMutablePointer<z_stream>
    private let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)

    /// Whether the member's end was reached, and its checksum is right.
    private(set) var isFinished = false
    /// Whether the last step filled the buffer, so that more may come without further input.
    private(set) var hasPendingOutput = false

    init() throws(Gzip.Failure) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // The largest window, plus 16: a gzip header and trailer are expected around the data.
        let status = inflateInit2_(
            stream, MAX_WBITS + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else { throw Gzip.Failure(message: "zlib cannot be started") }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
        chunk.deallocate()
    }

    /// Unpacks some of `input`, hands what came out to `body` and returns how much was read.
    func step(
        _ input: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Void
    ) throws(Gzip.Failure) -> Int {
        let available = UInt32(clamping: input.count)
        // zlib only reads its input, but its declaration does not say so.
        stream.pointee.next_in = UnsafeMutablePointer(
            mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
        stream.pointee.avail_in = available
        stream.pointee.next_out = chunk.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(chunk.count)
        let status = inflate(stream, Z_NO_FLUSH)
        switch status {
        case Z_STREAM_END: isFinished = true
        // Neither input nor room was of use: not an error, there is just no more to come.
        case Z_OK, Z_BUF_ERROR: break
        default:
            throw Gzip.Failure(
                message: stream.pointee.msg.map { String(cString: $0) } ?? "it is damaged")
        }
        hasPendingOutput = stream.pointee.avail_out == 0
        body(UnsafeRawBufferPointer(rebasing: chunk.dropLast(Int(stream.pointee.avail_out))))
        return Int(available - stream.pointee.avail_in)
    }
}
