import Foundation

/// Bytes of a picture or a sound, and what to call them in an error.
public struct MediaSource: Sendable {
    /// A file's path, or the beginning of a `data:` URL.
    public let name: String
    /// The whole file.
    public let bytes: Data

    /// Bytes that came from elsewhere.
    public init(_ bytes: Data, name: String) {
        self.name = name
        self.bytes = bytes
    }

    /// The largest file that is read: 1 GiB.
    public static let sizeLimit = 1 << 30

    /// A file.
    ///
    /// - Throws: ``MediaError`` if it is not a file, empty, larger than ``sizeLimit``, or cannot be read.
    public init(contentsOf url: URL) throws(MediaError) {
        name = url.path
        // A folder or a device is not read: a device may have no end.
        let values = try? url.resolvingSymlinksInPath().resourceValues(forKeys: [
            .isRegularFileKey, .fileSizeKey,
        ])
        guard let values else { throw MediaError(name, "there is no such file") }
        guard values.isRegularFile == true else { throw MediaError(name, "it is not a file") }
        guard values.fileSize ?? 0 <= Self.sizeLimit else {
            throw MediaError(name, "it is larger than \(Self.sizeLimit) bytes")
        }
        do {
            // Not mapped: a file that is cut while it is read would end the program.
            bytes = try Data(contentsOf: url)
        } catch {
            throw MediaError(name, "it cannot be read")
        }
        guard !bytes.isEmpty else { throw MediaError(name, "it is empty") }
    }

    /// A path, or a `data:` URL with base64 bytes, as `mlx_vlm.utils.load_image` takes them.
    ///
    /// - Throws: ``MediaError`` if a file cannot be read, or a `data:` URL is malformed; an address in
    ///   the net, too: nothing is fetched.
    public init(_ text: String) throws(MediaError) {
        if text.hasPrefix("data:") {
            let name = text.count > 40 ? text.prefix(40) + "…" : text[...]
            guard let comma = text.firstIndex(of: ",") else {
                throw MediaError(String(name), "the data URL has no comma")
            }
            guard text[..<comma].hasSuffix(";base64") else {
                throw MediaError(String(name), "the data URL is not base64")
            }
            let encoded = String(text[text.index(after: comma)...])
            guard let bytes = Data(base64Encoded: encoded, options: .ignoreUnknownCharacters) else {
                throw MediaError(String(name), "the data URL's base64 is malformed")
            }
            guard !bytes.isEmpty else { throw MediaError(String(name), "it is empty") }
            self.init(bytes, name: String(name))
        } else if text.hasPrefix("http://") || text.hasPrefix("https://") {
            throw MediaError(text, "only files and data URLs are read")
        } else {
            try self.init(contentsOf: URL(filePath: text))
        }
    }
}
