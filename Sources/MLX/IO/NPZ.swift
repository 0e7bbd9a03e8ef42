internal import CMLX
internal import FileFormats
import Foundation

// mlx-swift has no `.npz`; `loadArrays(url:)` and `save(arrays:url:)` take it here as well.

/// Saves named arrays as `.npz`, each compressed where `compressed`.
///
/// - Throws: ``LoadSaveError``, or the error of an operation that an array comes from.
///
/// Source: `mlx.core.savez`, `mlx.core.savez_compressed`.
public func saveNPZ(arrays: [String: MLXArray], url: URL, compressed: Bool = false) throws {
    guard url.pathExtension == "npz" else {
        throw LoadSaveError.unknownExtension(url.pathExtension)
    }
    try writeWhole(url) { temporary in
        let file = try EntryWriter(temporary, compressed: compressed)
        for (name, array) in arrays.sorted(by: { $0.key < $1.key }) {
            try file.add(name + ".npy", array)
        }
        try file.finish()
    }
}

/// The named arrays of an `.npz` file.
func loadNPZ(url: URL, stream: StreamOrDevice) throws -> [String: MLXArray] {
    try naming(url) {
        let archive = try ZipArchive(ByteSource(url))
        var arrays: [String: MLXArray] = [:]
        for entry in archive.entries {
            let name =
                entry.name.hasSuffix(".npy") && entry.name.utf8.count > 4
                ? String(entry.name.dropLast(4)) : entry.name
            let array = try array(archive.contents(of: entry), stream, entry: entry.name)
            guard arrays.updateValue(array, forKey: name) == nil else {
                throw FormatError("two entries are called \"\(name.prefix(200))\"")
            }
        }
        return arrays
    }
}

private func array(_ data: Data, _ stream: StreamOrDevice, entry: String) throws -> MLXArray {
    do throws(FormatError) {
        _ = try NumpyHeader(ByteSource(data))
    } catch {
        throw FormatError("entry \"\(entry.prefix(200))\": \(error.cause)")
    }
    let handle = data.withUnsafeBytes {
        cmlx_load_npy_bytes($0.baseAddress!, $0.count, stream.code)
    }
    try check(cmlx_error_of(handle))
    return MLXArray(handle)
}

/// Hands the bytes that the engine writes for an array to an archive, without a copy.
private final class EntryWriter {
    private var archive: ZipWriter
    private let compressed: Bool
    private var name = ""
    private var error: (any Error)?

    init(_ url: URL, compressed: Bool) throws {
        archive = try ZipWriter(url)
        self.compressed = compressed
    }

    func add(_ name: String, _ array: MLXArray) throws {
        self.name = name
        let context = Unmanaged.passUnretained(self).toOpaque()
        try check(
            withExtendedLifetime(array) {
                cmlx_save_npy_bytes(array.handle, context) { context, bytes, count in
                    Unmanaged<EntryWriter>.fromOpaque(context).takeUnretainedValue()
                        .receive(UnsafeRawBufferPointer(start: bytes, count: count))
                }
            })
        if let error { throw error }
    }

    func finish() throws {
        try archive.finish()
    }

    private func receive(_ bytes: UnsafeRawBufferPointer) {
        do {
            try archive.add(name, bytes, compressed: compressed)
        } catch {
            self.error = error
        }
    }
}
