import CZlib
import Foundation

/// Packs bytes as zlib's default level does, without a wrapper (RFC 1951).
///
/// - Throws: ``FormatError`` if zlib fails, for lack of memory.
func deflated(_ bytes: UnsafeRawBufferPointer) throws(FormatError) -> Data {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    defer { stream.deallocate() }
    let status = deflateInit2_(
        stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else { throw FormatError("zlib cannot be started") }
    defer { deflateEnd(stream) }
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { chunk.deallocate() }
    var output = Data()
    var position = 0
    while true {
        // zlib counts in 32 bits.
        let piece = min(bytes.count - position, 1 << 30)
        let isLast = position + piece == bytes.count
        stream.pointee.next_in = UnsafeMutablePointer(
            mutating: bytes.baseAddress.map {
                ($0 + position).assumingMemoryBound(to: UInt8.self)
            })
        stream.pointee.avail_in = UInt32(piece)
        repeat {
            stream.pointee.next_out = chunk.baseAddress?.assumingMemoryBound(to: UInt8.self)
            stream.pointee.avail_out = UInt32(chunk.count)
            guard deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH) != Z_STREAM_ERROR else {
                throw FormatError("zlib failed")
            }
            output.append(contentsOf: chunk.dropLast(Int(stream.pointee.avail_out)))
        } while stream.pointee.avail_out == 0
        position += piece
        if isLast { return output }
    }
}

/// The checksum that zip files keep of their entries (CRC-32).
func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    var value = crc32(0, nil, 0)
    var position = 0
    while position < bytes.count {
        let piece = min(bytes.count - position, 1 << 30)
        value = crc32(
            value, (bytes.baseAddress! + position).assumingMemoryBound(to: UInt8.self),
            UInt32(piece))
        position += piece
    }
    return UInt32(value)
}
