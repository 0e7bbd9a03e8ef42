import Foundation

/// A trace that is written record by record, so that a process that ends leaves what it computed until then.
///
/// Not safe for use by several threads at once.
public final class TraceStream {
    private let path: String
    private let file: FileHandle

    /// Begins a file with the header, which does not say how many records follow.
    ///
    /// - Throws: ``TraceError`` if the file cannot be written.
    public init(path: String, header: TraceHeader) throws(TraceError) {
        self.path = path
        do {
            try Data((header.encodedLine + "\n").utf8).write(to: URL(filePath: path))
            file = try FileHandle(forWritingTo: URL(filePath: path))
            try file.seekToEnd()
        } catch {
            throw TraceError(file: path, .file("cannot be written: \(error.localizedDescription)"))
        }
    }

    /// Adds a record. What cannot be written is left out: it is lost only where the process ends.
    public func append(_ record: TraceRecord) {
        try? file.write(contentsOf: Data((record.encodedLine + "\n").utf8))
    }

    /// Removes the file: the trace is whole elsewhere.
    public func discard() {
        try? file.close()
        try? FileManager.default.removeItem(atPath: path)
    }
}
