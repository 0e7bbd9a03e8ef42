import Foundation

/// Writes files whole or not at all.
public enum AtomicFile {
    /// Lets `body` write a temporary file beside `url` and moves it into place when it succeeds.
    ///
    /// - Parameter temporaryExtension: the temporary file's, for writers that look at it.
    /// - Throws: what `body` throws, after the temporary file is removed, or
    ///   ``ModelRuntimeError`` if the folder cannot be written.
    public static func write<Result>(
        to url: URL, temporaryExtension: String = "tmp", _ body: (URL) throws -> Result
    ) throws -> Result {
        let temporary = url.deletingLastPathComponent().appendingPathComponent(
            ".\(url.lastPathComponent).\(UUID().uuidString).\(temporaryExtension)")
        do {
            let result = try body(temporary)
            guard rename(temporary.path, url.path) == 0 else {
                throw ModelRuntimeError.input(
                    "cannot write \(url.path): \(String(cString: strerror(errno)))")
            }
            return result
        } catch {
            unlink(temporary.path)
            throw error
        }
    }

    /// Replaces the file at `url` with `data`.
    public static func write(_ data: Data, to url: URL) throws {
        try write(to: url) { temporary in
            do {
                try data.write(to: temporary)
            } catch {
                throw ModelRuntimeError.input(
                    "cannot write \(url.path): \(error.localizedDescription)")
            }
        }
    }
}
