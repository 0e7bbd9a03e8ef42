import Foundation

/// A trace that is written while it is recorded: a process that ends leaves what it wrote until then, and no
/// record stays in memory.
///
/// Not safe for use by several threads at once.
public final class TraceStream {
    private let path: String
    private let file: FileHandle
    /// Where the records begin.
    private let start: UInt64
    private var lines = TraceLineWriter()
    private var count = 0
    private var failure: (any Error)?

    /// Begins a file with the header, which does not say how many records follow.
    ///
    /// - Throws: ``TraceError`` if the file cannot be written.
    public init(path: String, header: TraceHeader) throws(TraceError) {
        self.path = path
        do {
            let head = Data((header.encodedLine + "\n").utf8)
            try head.write(to: URL(filePath: path))
            file = try FileHandle(forUpdating: URL(filePath: path))
            start = try file.seekToEnd()
        } catch {
            throw .unwritable(path, error)
        }
    }

    /// Adds a record, which is in the file after the next ``flush()`` at the latest.
    public func append(_ record: TraceRecord) {
        lines.append(record)
        count += 1
        if lines.bytes.count > 1 << 20 { flush() }
    }

    /// Writes what has been added. That it cannot be written counts where the whole trace is wanted:
    /// ``finish(as:header:)``.
    public func flush() {
        do {
            try file.write(contentsOf: lines.bytes)
        } catch {
            failure = failure ?? error
        }
        lines.removeAll()
    }

    /// Writes the trace to a file, whole or not at all, and removes this one.
    ///
    /// - Parameters:
    ///   - target: the file; one that is there is replaced.
    ///   - header: the header, without the number of records.
    /// - Throws: ``TraceError`` if a record or the file cannot be written.
    public func finish(as target: String, header: TraceHeader) throws(TraceError) {
        flush()
        if let failure { throw .unwritable(path, failure) }
        var header = header
        header.records = count
        let temporary = target + ".part"
        do {
            defer { try? FileManager.default.removeItem(atPath: temporary) }
            try Data((header.encodedLine + "\n").utf8).write(to: URL(filePath: temporary))
            let whole = try FileHandle(forWritingTo: URL(filePath: temporary))
            try whole.seekToEnd()
            try file.seek(toOffset: start)
            while let part = try file.read(upToCount: 1 << 20), !part.isEmpty {
                try whole.write(contentsOf: part)
            }
            try whole.close()
            guard rename(temporary, target) == 0 else { throw POSIXError.last }
        } catch {
            throw .unwritable(target, error)
        }
        discard()
    }

    /// Removes the file.
    private func discard() {
        try? file.close()
        try? FileManager.default.removeItem(atPath: path)
    }
}

extension TraceError {
    fileprivate static func unwritable(_ path: String, _ error: any Error) -> TraceError {
        TraceError(file: path, .file("cannot be written: \(error.localizedDescription)"))
    }
}

extension POSIXError {
    fileprivate static var last: POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
