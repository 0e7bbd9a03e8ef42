internal import CMLX
import Foundation

// Loading and saving. Files are written whole or not at all; errors name the file and the cause.

/// Saves an array as `.npy`.
///
/// Source: `mlx.core.save`.
public func save(array: MLXArray, url: URL, stream: StreamOrDevice = .default) throws {
    guard url.pathExtension == "npy" else {
        throw LoadSaveError.unknownExtension(url.pathExtension)
    }
    try withTemporary(for: url) { temporary in
        withExtendedLifetime(array) { cmlx_save_npy(temporary.path, array.handle) }
    }
}

/// Saves named arrays and metadata as `.safetensors`.
///
/// Source: `mlx.core.save_safetensors`.
public func save(
    arrays: [String: MLXArray], metadata: [String: String] = [:], url: URL,
    stream: StreamOrDevice = .default
) throws {
    guard url.pathExtension == "safetensors" else {
        throw LoadSaveError.unknownExtension(url.pathExtension)
    }
    try withTemporary(for: url) { temporary in
        withContents(arrays, metadata) { cmlx_save_safetensors(temporary.path, $0) }
    }
}

/// The bytes of a `.safetensors` file with named arrays and metadata.
///
/// Source: `mlx.core.save_safetensors`.
public func saveToData(arrays: [String: MLXArray], metadata: [String: String] = [:]) throws -> Data
{
    var data = Data()
    let error = withContents(arrays, metadata) { contents in
        withUnsafeMutablePointer(to: &data) { context in
            cmlx_save_safetensors_bytes(contents, context) { context, bytes, count in
                context.assumingMemoryBound(to: Data.self).pointee = Data(
                    bytes: bytes, count: count)
            }
        }
    }
    if let error { throw consume(error, reporting: false) }
    return data
}

/// The array of an `.npy` file.
///
/// Source: `mlx.core.load`.
public func loadArray(url: URL, stream: StreamOrDevice = .cpu) throws -> MLXArray {
    guard url.pathExtension == "npy" else {
        throw LoadSaveError.unknownExtension(url.pathExtension)
    }
    let handle = cmlx_load_npy(url.path, stream.code)
    if let error = cmlx_error_of(handle) {
        throw LoadSaveError.unableToOpen(url, consume(error, reporting: false).message)
    }
    let array = MLXArray(handle)
    // The engine reads when it evaluates; a truncated file is to be an error here.
    do {
        try checkedEval(array)
    } catch let error as MLXError {
        throw LoadSaveError.unableToOpen(url, error.message)
    }
    return array
}

/// The named arrays of a `.safetensors` or `.gguf` file. They are read when they are evaluated.
///
/// Source: `mlx.core.load`.
public func loadArrays(url: URL, stream: StreamOrDevice = .cpu) throws -> [String: MLXArray] {
    try loadArraysAndMetadata(url: url, stream: stream).0
}

/// The named arrays and the metadata of a `.safetensors` or `.gguf` file. The arrays are read when
/// they are evaluated.
///
/// Source: `mlx.core.load` with `return_metadata=True`.
public func loadArraysAndMetadata(url: URL, stream: StreamOrDevice = .cpu) throws -> (
    [String: MLXArray], [String: String]
) {
    try checkPendingError()
    let contents = LoadedContents()
    let error: OpaquePointer?
    switch url.pathExtension {
    case "safetensors":
        do {
            _ = try SafetensorsHeader.read(url: url)
        } catch {
            throw LoadSaveError.unableToOpen(url, error.cause)
        }
        error = contents.read { cmlx_load_safetensors(url.path, $0, stream.code) }
    case "gguf":
        error = contents.read { cmlx_load_gguf(url.path, $0, stream.code) }
    default:
        throw LoadSaveError.unknownExtension(url.pathExtension)
    }
    if let error {
        throw LoadSaveError.unableToOpen(url, consume(error, reporting: false).message)
    }
    return (contents.arrays, contents.metadata)
}

/// The named arrays of a `.safetensors` file in memory.
///
/// Source: `mlx.core.load`.
public func loadArrays(data: Data, stream: StreamOrDevice = .cpu) throws -> [String: MLXArray] {
    try loadArraysAndMetadata(data: data, stream: stream).0
}

/// The named arrays and the metadata of a `.safetensors` file in memory.
///
/// Source: `mlx.core.load` with `return_metadata=True`.
public func loadArraysAndMetadata(data: Data, stream: StreamOrDevice = .cpu) throws -> (
    [String: MLXArray], [String: String]
) {
    do {
        _ = try SafetensorsHeader.read(data: data)
    } catch {
        throw MLXError(operation: "load_safetensors", message: error.cause)
    }
    let contents = LoadedContents()
    let error = contents.read { reader in
        data.withUnsafeBytes {
            cmlx_load_safetensors_bytes($0.baseAddress!, $0.count, reader, stream.code)
        }
    }
    if let error { throw consume(error, reporting: false) }
    return (contents.arrays, contents.metadata)
}

// MARK: - Calls

/// Receives what the shim reads.
private final class LoadedContents {
    var arrays: [String: MLXArray] = [:]
    var metadata: [String: String] = [:]

    func read(_ body: (cmlx_reader) -> OpaquePointer?) -> OpaquePointer? {
        withExtendedLifetime(self) {
            body(
                cmlx_reader(
                    context: Unmanaged.passUnretained(self).toOpaque(),
                    array: { context, name, array in
                        Unmanaged<LoadedContents>.fromOpaque(context).takeUnretainedValue()
                            .arrays[String(cString: name)] = MLXArray(array)
                    },
                    metadata: { context, key, value in
                        Unmanaged<LoadedContents>.fromOpaque(context).takeUnretainedValue()
                            .metadata[String(cString: key)] = String(cString: value)
                    }))
        }
    }
}

/// Calls `body` with names, arrays and metadata as C values.
private func withContents<R>(
    _ arrays: [String: MLXArray], _ metadata: [String: String], _ body: (cmlx_contents) -> R
) -> R {
    withCStrings(Array(arrays.keys)) { names in
        withHandles(arrays.values) { handles in
            withCStrings(Array(metadata.keys)) { keys in
                withCStrings(Array(metadata.values)) { values in
                    body(
                        cmlx_contents(
                            names: names, arrays: handles, keys: keys, values: values,
                            metadata_count: metadata.count))
                }
            }
        }
    }
}

private func withCStrings<R>(
    _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>>?) -> R
) -> R {
    let copies = texts.map { text in
        text.utf8CString.withUnsafeBufferPointer { source in
            let copy = UnsafeMutableBufferPointer<CChar>.allocate(capacity: source.count)
            _ = copy.initialize(from: source)
            return copy
        }
    }
    defer {
        for copy in copies { copy.deallocate() }
    }
    return copies.map { UnsafePointer($0.baseAddress!) }.withUnsafeBufferPointer {
        body($0.baseAddress)
    }
}

/// Lets `write` make a file beside `url`, with its extension, and puts it in place if that went well.
private func withTemporary(for url: URL, _ write: (URL) -> OpaquePointer?) throws {
    try checkPendingError()
    let temporary = url.deletingLastPathComponent()
        .appending(component: ".\(UUID().uuidString).\(url.pathExtension)")
    defer { try? FileManager.default.removeItem(at: temporary) }
    if let error = write(temporary) {
        throw LoadSaveError.unableToOpen(url, consume(error, reporting: false).message)
    }
    guard rename(temporary.path, url.path) == 0 else {
        throw LoadSaveError.unableToOpen(url, String(cString: strerror(errno)))
    }
}
