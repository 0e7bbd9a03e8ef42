internal import CMLX
internal import FileFormats
import Foundation

// mlx-swift has no `.gguf`; `loadArrays(url:)` and `save(arrays:metadata:url:)` take it here as well.

/// A metadata value of a GGUF file.
public enum GGUFMetadata {
    /// Numbers or truth values: an array of no or one dimension.
    case array(MLXArray)
    /// A text.
    case text(String)
    /// A list of texts.
    case texts([String])
}

/// The named arrays and all metadata of a `.gguf` file.
///
/// Tensors of the types Q4_0, Q4_1 and Q8_0 come as three arrays: packed weights, `.scales` and
/// `.biases`. Other quantized types and bfloat16 are converted to float16.
///
/// - Throws: ``LoadSaveError`` if it is no sound file, or has a type that the engine cannot convert.
///
/// Source: `mlx.core.load` with `return_metadata=True`.
public func loadGGUF(url: URL, stream: StreamOrDevice = .cpu) throws -> (
    arrays: [String: MLXArray], metadata: [String: GGUFMetadata]
) {
    guard url.pathExtension == "gguf" else {
        throw LoadSaveError.unknownExtension(url.pathExtension)
    }
    let contents = try readGGUF(url: url, stream: stream)
    if let key = contents.undecodable {
        throw LoadSaveError.unableToOpen(url, "the metadata \"\(key)\" are not valid UTF-8")
    }
    return (
        contents.arrays,
        contents.metadata.mapValues { value in
            switch value {
            case .array(let array): .array(array)
            case .text(let text): .text(text)
            case .texts(let texts): .texts(texts)
            }
        }
    )
}

/// Saves named arrays and metadata as `.gguf`.
///
/// Arrays are float32, float16, or integers of 8 to 32 bits with a sign; metadata arrays have at most
/// one dimension and are float32, integers or truth values.
///
/// - Throws: ``LoadSaveError``, or the error of an operation that an array comes from.
///
/// Source: `mlx.core.save_gguf`.
public func saveGGUF(
    arrays: [String: MLXArray], metadata: [String: GGUFMetadata] = [:], url: URL
) throws {
    let entries = metadata.mapValues { value -> FileMetadata in
        switch value {
        case .array(let array): .array(array)
        case .text(let text): .text(text)
        case .texts(let texts): .texts(texts)
        }
    }
    try saveGGUF(arrays: arrays, metadata: entries, url: url)
}

func saveGGUF(arrays: [String: MLXArray], metadata: [String: FileMetadata], url: URL) throws {
    guard url.pathExtension == "gguf" else {
        throw LoadSaveError.unknownExtension(url.pathExtension)
    }
    // The engine would write this number, but go on as if it were 32.
    guard metadata["general.alignment"] == nil else {
        throw LoadSaveError.unableToOpen(url, "the metadata \"general.alignment\" cannot be set")
    }
    try writeWhole(url) { temporary in
        try check(withContents(arrays, metadata) { cmlx_save_gguf(temporary.path, $0) })
        // The engine does not look whether the metadata could be written.
        let header = try GGUFHeader(temporary)
        guard header.tensors.count == arrays.count, header.keys.count == metadata.count else {
            throw FormatError("it could not be written to its end")
        }
    }
}

func readGGUF(url: URL, stream: StreamOrDevice) throws -> LoadedContents {
    try naming(url) {
        _ = try GGUFHeader(url)
        let contents = LoadedContents()
        try contents.read { cmlx_load_gguf(url.path, $0, stream.code) }
        return contents
    }
}
