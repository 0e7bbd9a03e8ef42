#if canImport(CDigests)
    import CDigests
#else
    import CryptoKit
#endif

/// The SHA-256 digest of some bytes.
public func sha256(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    withSHA256(bytes) { Array($0) }
}

extension TraceHash {
    /// The digest of some bytes.
    public init(of bytes: UnsafeRawBufferPointer) {
        self = withSHA256(bytes) { digest in
            func word(_ index: Int) -> UInt64 {
                UInt64(bigEndian: digest.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
            }
            return TraceHash(word(0), word(1), word(2), word(3))
        }
    }
}

/// Calls `use` with the 32 bytes of a digest.
private func withSHA256<Result>(
    _ bytes: UnsafeRawBufferPointer, _ use: (UnsafeRawBufferPointer) -> Result
) -> Result {
    #if canImport(CDigests)
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { digest in
            guard let into = digest.baseAddress else { preconditionFailure("32 bytes") }
            cdigests_sha256(bytes.baseAddress, bytes.count, into)
            return use(UnsafeRawBufferPointer(digest))
        }
    #else
        SHA256.hash(data: bytes).withUnsafeBytes(use)
    #endif
}
