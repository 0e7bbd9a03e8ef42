import CZlib
import Foundation

/// Unpacks one stream of deflated bytes (RFC 1951), bare or as a gzip member (RFC 1952).
public final class Inflater {
    /// What surrounds the deflated bytes.
    public enum Wrapper: Sendable {
        /// Nothing.
        case none
        /// A gzip header and trailer, whose checksum is verified.
        case gzip
    }

    // zlib keeps the address of the stream, so that it must not move.
    private let stream: UnsafeMutablePointer<z_stream>
    private let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)

    /// Whether the end of the deflated bytes was reached.
    public private(set) var isFinished = false
    /// Whether the last step filled the buffer, so that more may come without further input.
    public private(set) var hasPendingOutput = false

    /// A new stream.
    ///
    /// - Throws: ``FormatError`` if zlib cannot be started.
    public init(_ wrapper: Wrapper) throws(FormatError) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // The largest window; 16 more stand for gzip, a negative number for no wrapper.
        let bits = wrapper == .gzip ? MAX_WBITS + 16 : -MAX_WBITS
        let status = inflateInit2_(
            stream, bits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else { throw FormatError("zlib cannot be started") }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
        chunk.deallocate()
    }

    /// All that `bytes` unpack to.
    ///
    /// - Parameters:
    ///   - bytes: one stream; bytes after its end are left alone.
    ///   - wrapper: what surrounds the deflated bytes.
    ///   - limit: the most bytes that may come out.
    /// - Returns: what came out, and how many bytes were read.
    /// - Throws: ``FormatError`` if the bytes are damaged, end too early, or unpack to more.
    public static func unpack(
        _ bytes: UnsafeRawBufferPointer, _ wrapper: Wrapper, limit: Int
    ) throws(FormatError) -> (output: Data, read: Int) {
        let inflater = try Inflater(wrapper)
        var output = Data()
        var position = 0
        while !inflater.isFinished {
            guard position < bytes.count || inflater.hasPendingOutput else {
                throw FormatError("it ends too early")
            }
            position += try inflater.step(UnsafeRawBufferPointer(rebasing: bytes[position...])) {
                output.append(contentsOf: $0)
            }
            guard output.count <= limit else {
                throw FormatError("it unpacks to more than \(limit) bytes")
            }
        }
        return (output, position)
    }

    /// Unpacks some of `input`, hands what came out to `body` and returns how much was read.
    private func step(
        _ input: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Void
    ) throws(FormatError) -> Int {
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
            throw FormatError(
                stream.pointee.msg.map { String(cString: $0) } ?? "it is damaged")
        }
        hasPendingOutput = stream.pointee.avail_out == 0
        body(UnsafeRawBufferPointer(rebasing: chunk.dropLast(Int(stream.pointee.avail_out))))
        return Int(available - stream.pointee.avail_in)
    }
}
