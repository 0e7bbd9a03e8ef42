import Foundation

/// A folder that is removed with the value that stands for it.
public final class TemporaryFolder: @unchecked Sendable {
    /// Where it is.
    public let url: URL

    /// A new, empty folder.
    public init() throws {
        url = FileManager.default.temporaryDirectory
            .appendingPathComponent("mlx-port-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    /// Writes a file.
    @discardableResult
    public func write(_ name: String, _ text: String) throws -> URL {
        try write(name, Data(text.utf8))
    }

    /// Writes a file.
    @discardableResult
    public func write(_ name: String, _ data: Data) throws -> URL {
        let file = url.appendingPathComponent(name)
        // Data's own way to write waits for the disk, which thousands of files do not have to.
        guard let stream = fopen(file.path, "w") else { throw CocoaError(.fileWriteUnknown) }
        defer { fclose(stream) }
        let written = data.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, stream) }
        guard written == data.count else { throw CocoaError(.fileWriteUnknown) }
        return file
    }
}
