import Foundation

/// Random access to the bytes of a regular file or of memory, checked against their end.
public struct ByteSource {
    private enum Storage {
        case file(OpenFile)
        case memory(Data)
    }

    /// How many bytes there are.
    public let count: Int
    private let storage: Storage

    /// The bytes of a file.
    ///
    /// - Throws: ``FormatError`` if it cannot be opened or is no regular file.
    public init(_ url: URL) throws(FormatError) {
        let file = try OpenFile(url.path)
        storage = .file(file)
        count = file.count
    }

    /// Bytes in memory.
    public init(_ data: Data) {
        storage = .memory(data)
        count = data.count
    }

    /// The bytes of a range.
    ///
    /// - Throws: ``FormatError`` if the range ends after the last byte, or reading fails.
    public func bytes(_ range: Range<Int>) throws(FormatError) -> Data {
        guard range.lowerBound >= 0, range.upperBound <= count else {
            throw FormatError(
                "it is truncated: bytes \(range.lowerBound) to \(range.upperBound) of \(count)")
        }
        switch storage {
        case .file(let file): return try file.bytes(range)
        case .memory(let data):
            return data[data.startIndex + range.lowerBound..<data.startIndex + range.upperBound]
        }
    }
}

/// A file descriptor, closed with the last reference.
private final class OpenFile {
    let descriptor: Int32
    let count: Int

    init(_ path: String) throws(FormatError) {
        // Without waiting: opening a pipe would block until somebody writes.
        descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw FormatError("it cannot be opened: \(String(cString: strerror(errno)))")
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw FormatError("it is not a regular file")
        }
        count = Int(status.st_size)
    }

    deinit {
        close(descriptor)
    }

    func bytes(_ range: Range<Int>) throws(FormatError) -> Data {
        var data = Data(count: range.count)
        let read = data.withUnsafeMutableBytes { buffer in
            var done = 0
            while done < buffer.count {
                let more = pread(
                    descriptor, buffer.baseAddress! + done, buffer.count - done,
                    off_t(range.lowerBound + done))
                if more < 0 && errno == EINTR { continue }
                if more <= 0 { break }
                done += more
            }
            return done
        }
        guard read == range.count else { throw FormatError("it cannot be read to its end") }
        return data
    }
}
