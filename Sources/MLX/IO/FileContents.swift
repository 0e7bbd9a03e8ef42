internal import CMLX
internal import FileFormats
import Foundation

// What crosses the border to the engine when files are read and written.

/// One metadata entry of a file.
enum FileMetadata {
    case text(String)
    case texts([String])
    case array(MLXArray)
}

/// Receives what the engine reads from a file.
final class LoadedContents {
    private(set) var arrays: [String: MLXArray] = [:]
    private(set) var metadata: [String: FileMetadata] = [:]
    /// The first metadata entry that is no UTF-8.
    private(set) var undecodable: String?

    /// The metadata that are texts.
    var texts: [String: String] {
        metadata.compactMapValues { if case .text(let text) = $0 { text } else { nil } }
    }

    /// Runs a call that reads a file.
    func read(_ body: (cmlx_reader) -> OpaquePointer?) throws {
        let error = withExtendedLifetime(self) {
            body(
                cmlx_reader(
                    context: Unmanaged.passUnretained(self).toOpaque(),
                    array: { context, name, array in
                        let contents = LoadedContents.of(context)
                        contents.arrays[contents.text(name) ?? ""] = MLXArray(array)
                    },
                    metadata: { context, entry in LoadedContents.of(context).receive(entry) }))
        }
        try check(error)
    }

    private static func of(_ context: UnsafeMutableRawPointer) -> LoadedContents {
        Unmanaged<LoadedContents>.fromOpaque(context).takeUnretainedValue()
    }

    private func receive(_ entry: cmlx_metadata) {
        guard let key = text(entry.key) else { return }
        if entry.array.descriptor != nil {
            metadata[key] = .array(MLXArray(entry.array))
            return
        }
        let texts = UnsafeBufferPointer(start: entry.texts, count: entry.count).compactMap {
            text($0, of: key)
        }
        guard texts.count == entry.count else { return }
        metadata[key] = entry.is_list ? .texts(texts) : .text(texts[0])
    }

    private func text(_ text: cmlx_text, of key: String = "a key") -> String? {
        let bytes = UnsafeRawBufferPointer(start: text.bytes, count: text.count)
        let string = String(validating: bytes, as: UTF8.self)
        if string == nil { undecodable = undecodable ?? key }
        return string
    }
}

/// Calls `body` with names, arrays and metadata as C values, by name: the same contents give the same file.
func withContents<R>(
    _ arrays: [String: MLXArray], _ metadata: [String: FileMetadata],
    _ body: (cmlx_contents) -> R
) -> R {
    let texts = TextArena()
    let arrays = arrays.sorted { $0.key < $1.key }
    let names = arrays.map { texts.keep($0.key) }
    let entries = metadata.sorted { $0.key < $1.key }.map { key, value in
        var entry = cmlx_metadata()
        entry.key = texts.keep(key)
        switch value {
        case .array(let array):
            entry.array = array.handle
        case .text(let text):
            entry.texts = texts.keep([text])
            entry.count = 1
        case .texts(let list):
            entry.texts = texts.keep(list)
            entry.count = list.count
            entry.is_list = true
        }
        return entry
    }
    return withExtendedLifetime((texts, metadata)) {
        withHandles(arrays.map(\.value)) { handles in
            names.withUnsafeBufferPointer { names in
                entries.withUnsafeBufferPointer { entries in
                    body(
                        cmlx_contents(
                            names: names.baseAddress, arrays: handles,
                            metadata: entries.baseAddress, metadata_count: entries.count))
                }
            }
        }
    }
}

/// Memory for the texts of one call.
private final class TextArena {
    private var pieces: [UnsafeMutableRawPointer] = []

    deinit {
        for piece in pieces { piece.deallocate() }
    }

    func keep(_ text: String) -> cmlx_text {
        let utf8 = Array(text.utf8)
        let bytes = UnsafeMutableRawPointer.allocate(byteCount: max(utf8.count, 1), alignment: 1)
        pieces.append(bytes)
        bytes.copyMemory(from: utf8, byteCount: utf8.count)
        return cmlx_text(
            bytes: UnsafePointer(bytes.assumingMemoryBound(to: CChar.self)), count: utf8.count)
    }

    func keep(_ texts: [String]) -> UnsafePointer<cmlx_text> {
        let list = UnsafeMutablePointer<cmlx_text>.allocate(capacity: max(texts.count, 1))
        pieces.append(UnsafeMutableRawPointer(list))
        list.initialize(from: texts.map(keep), count: texts.count)
        return UnsafePointer(list)
    }
}

// MARK: - Errors

/// Throws an error of the shim as Swift's.
func check(_ error: OpaquePointer?) throws(MLXError) {
    if let error { throw consume(error, reporting: false) }
}

/// Runs `body`, whose errors of format and engine become errors that name the file.
func naming<R>(_ url: URL, _ body: () throws -> R) throws -> R {
    try checkPendingError()
    do {
        return try body()
    } catch let error as FormatError {
        throw LoadSaveError.unableToOpen(url, error.cause)
    } catch let error as MLXError {
        throw LoadSaveError.unableToOpen(url, error.description)
    } catch let error as LoadSaveError {
        throw error
    } catch {
        throw LoadSaveError.unableToOpen(url, error.localizedDescription)
    }
}

/// Lets `write` make a file beside `url`, with its extension, and puts it in place if that went well.
func writeWhole(_ url: URL, _ write: (URL) throws -> Void) throws {
    try naming(url) {
        let temporary = url.deletingLastPathComponent()
            .appending(component: ".\(UUID().uuidString).\(url.pathExtension)")
        defer { try? FileManager.default.removeItem(at: temporary) }
        try write(temporary)
        guard rename(temporary.path, url.path) == 0 else {
            throw LoadSaveError.unableToOpen(url, String(cString: strerror(errno)))
        }
    }
}
