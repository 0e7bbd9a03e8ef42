#if canImport(COpenSSL)
    import COpenSSL
#else
    import CryptoKit
#endif

/// The SHA-256 digest of some bytes.
public func sha256(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    #if canImport(COpenSSL)
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        // An empty buffer may have no address, but the function wants one.
        let nothing: [UInt8] = [0]
        nothing.withUnsafeBufferPointer { nothing in
            let start =
                bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) ?? nothing.baseAddress
            _ = SHA256(start, bytes.count, &digest)
        }
        return digest
    #else
        return Array(SHA256.hash(data: bytes))
    #endif
}
