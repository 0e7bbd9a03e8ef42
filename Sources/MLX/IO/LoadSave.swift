internal import CMLX
internal import FileFormats
import Foundation

// Loading and saving. A file is checked before the engine reads it, and written whole or not at all;
// errors name the file and the cause.

/// Saves an array as `.npy`.
///
/// - Throws: ``LoadSaveError``, or the error of an operation that the array comes from.
///
/// Source: `mlx.core.save`.
public func save(array: MLXArray, url: URL, stream: StreamOrDevice = .default) throws {
    guard url.pathExtension == "npy" else {
        throw LoadSaveError.unknownExtension(url.pathExtension)
    }
    try writeWhole(url) { temporary in
        try check(withExtendedLifetime(array) { cmlx_save_npy(temporary.path, array.handle) })
    }
}

/// Saves named arrays as `.safetensors`, `.npz` or `.gguf`, with metadata where the format has any.
///
/// `.npz` entries are not compressed and have no metadata. `.gguf` holds float32, float16 and integers
/// of 8 to 32 bits with a sign, `.safetensors` everything but float64.
///
/// - Throws: ``LoadSaveError``, or the error of an operation that an array comes from.
///
/// Source: `mlx.core.save_safetensors`, `mlx.core.savez`, `mlx.core.save_gguf`.
public func save(
    arrays: [String: MLXArray], metadata: [String: String] = [:], url: URL,
    stream: StreamOrDevice = .default
) throws {
    switch url.pathExtension {
    case "safetensors":
        try writeWhole(url) { temporary in
            try check(
                withContents(arrays, metadata.mapValues(FileMetadata.text)) {
                    cmlx_save_safetensors(temporary.path, $0)
                })
        }
    case "npz":
        guard metadata.isEmpty else {
            throw LoadSaveError.unableToOpen(url, "metadata are not supported for format npz")
        }
        try saveNPZ(arrays: arrays, url: url, compressed: false)
    case "gguf":
        try saveGGUF(arrays: arrays, metadata: metadata.mapValues(FileMetadata.text), url: url)
    default:
        throw LoadSaveError.unknownExtension(url.pathExtension)
    }
}

/// The bytes of a `.safetensors` file with named arrays and metadata.
///
/// - Throws: ``MLXError`` if an array cannot be evaluated or the format lacks its dtype.
///
/// Source: `mlx.core.save_safetensors`.
public func saveToData(arrays: [String: MLXArray], metadata: [String: String] = [:]) throws -> Data
{
    try checkPendingError()
    var data = Data()
    try check(
        withContents(arrays, metadata.mapValues(FileMetadata.text)) { contents in
            withUnsafeMutablePointer(to: &data) { context in
                cmlx_save_safetensors_bytes(contents, context) { context, bytes, count in
                    context.assumingMemoryBound(to: Data.self).pointee = Data(
                        bytes: bytes, count: count)
                }
            }
        })
    return data
}

/// The array of an `.npy` file, read when it is evaluated.
///
/// - Throws: ``LoadSaveError`` if it is no sound `.npy` file of a dtype that the engine has.
///
/// Source: `mlx.core.load`.
public func loadArray(url: URL, stream: StreamOrDevice = .cpu) throws -> MLXArray {
    guard url.pathExtension == "npy" else {
        throw LoadSaveError.unknownExtension(url.pathExtension)
    }
    return try naming(url) {
        _ = try NumpyHeader(ByteSource(url))
        let handle = cmlx_load_npy(url.path, stream.code)
        try check(cmlx_error_of(handle))
        return MLXArray(handle)
    }
}

/// The named arrays of a `.safetensors`, `.npz` or `.gguf` file. Those of `.safetensors` are read when
/// they are evaluated.
///
/// - Throws: ``LoadSaveError`` if it is no sound file of its format.
///
/// Source: `mlx.core.load`.
public func loadArrays(url: URL, stream: StreamOrDevice = .cpu) throws -> [String: MLXArray] {
    switch url.pathExtension {
    case "safetensors": try loadSafetensors(url: url, stream: stream).arrays
    case "npz": try loadNPZ(url: url, stream: stream)
    case "gguf": try readGGUF(url: url, stream: stream).arrays
    default: throw LoadSaveError.unknownExtension(url.pathExtension)
    }
}

/// The named arrays and the metadata of a `.safetensors` or `.gguf` file; of `.gguf` only the metadata
/// that are texts: `loadGGUF(url:)` has the others.
///
/// - Throws: ``LoadSaveError`` if it is no sound file of its format.
///
/// Source: `mlx.core.load` with `return_metadata=True`.
public func loadArraysAndMetadata(url: URL, stream: StreamOrDevice = .cpu) throws -> (
    [String: MLXArray], [String: String]
) {
    switch url.pathExtension {
    case "safetensors":
        let contents = try loadSafetensors(url: url, stream: stream)
        return (contents.arrays, contents.texts)
    case "gguf":
        let contents = try readGGUF(url: url, stream: stream)
        return (contents.arrays, contents.texts)
    case "npz":
        throw LoadSaveError.unableToOpen(url, "metadata are not supported for format npz")
    default:
        throw LoadSaveError.unknownExtension(url.pathExtension)
    }
}

/// The named arrays of a `.safetensors` file in memory.
///
/// - Throws: ``MLXError`` if the bytes are no sound file.
///
/// Source: `mlx.core.load`.
public func loadArrays(data: Data, stream: StreamOrDevice = .cpu) throws -> [String: MLXArray] {
    try loadArraysAndMetadata(data: data, stream: stream).0
}

/// The named arrays and the metadata of a `.safetensors` file in memory.
///
/// - Throws: ``MLXError`` if the bytes are no sound file.
///
/// Source: `mlx.core.load` with `return_metadata=True`.
public func loadArraysAndMetadata(data: Data, stream: StreamOrDevice = .cpu) throws -> (
    [String: MLXArray], [String: String]
) {
    try checkPendingError()
    do throws(FormatError) {
        _ = try SafetensorsHeader(ByteSource(data))
    } catch {
        throw MLXError(operation: "load_safetensors", message: error.cause)
    }
    let contents = LoadedContents()
    try contents.read { reader in
        data.withUnsafeBytes {
            cmlx_load_safetensors_bytes($0.baseAddress!, $0.count, reader, stream.code)
        }
    }
    return (contents.arrays, contents.texts)
}

private func loadSafetensors(url: URL, stream: StreamOrDevice) throws -> LoadedContents {
    try naming(url) {
        _ = try SafetensorsHeader(url)
        let contents = LoadedContents()
        try contents.read { cmlx_load_safetensors(url.path, $0, stream.code) }
        return contents
    }
}
