import FileFormats
import Foundation
import MLX
import OrderedCollections

/// Safetensors files of named arrays.
public enum SafetensorsFile {
    /// The arrays of a file in the order of its header, without their values: the engine maps those
    /// in when they are evaluated.
    ///
    /// - Throws: ``ModelRuntimeError`` if the header does not fit the file.
    public static func read(_ url: URL) throws -> OrderedDictionary<String, MLXArray> {
        let file = url.lastPathComponent
        let header = try soundHeader(url)
        // The engine tells the format by the ending, which a file of a command line may lack.
        let arrays = try withEngine("reading \(file)") { try loadArrays(url: url) }
        var ordered = OrderedDictionary<String, MLXArray>(minimumCapacity: header.tensors.count)
        for name in header.tensors.keys {
            guard let array = arrays[name] else {
                throw ModelRuntimeError.engine("\(file): the engine did not read \"\(name)\"")
            }
            ordered[name] = array
        }
        return ordered
    }

    private static func soundHeader(_ url: URL) throws -> SafetensorsHeader {
        do throws(FormatError) {
            return try SafetensorsHeader(url)
        } catch {
            throw ModelRuntimeError.input("\(url.lastPathComponent): \(error.cause)")
        }
    }

    /// Writes arrays to a file, whole or not at all.
    ///
    /// - Throws: ``ModelRuntimeError`` if it cannot be written.
    public static func write(
        _ arrays: OrderedDictionary<String, MLXArray>, to url: URL,
        metadata: [String: String] = ["format": "mlx"]
    ) throws {
        let dictionary = Dictionary(uniqueKeysWithValues: arrays.map { ($0.key, $0.value) })
        try AtomicFile.write(to: url, temporaryExtension: "safetensors") { temporary in
            try withEngine("writing \(url.lastPathComponent)") {
                try save(arrays: dictionary, metadata: metadata, url: temporary)
            }
        }
    }
}
