import Foundation
import MLX
import ModelRuntime
import OrderedCollections

/// Tensors in safetensors files that commands read and write.
enum TensorFile {
    /// The tensors of a file, by name.
    ///
    /// - Throws: ``ModelRuntimeError`` if it is no sound safetensors file.
    static func read(_ url: URL) throws -> ModelInputs {
        guard FileManager.default.fileExists(atPath: url.path) else {
            throw ModelRuntimeError.input("there is no file \(url.path)")
        }
        return ModelInputs(try SafetensorsFile.read(url))
    }

    /// Writes tensors, whole or not at all.
    static func write(_ tensors: OrderedDictionary<String, MLXArray>, to url: URL) throws {
        try SafetensorsFile.write(tensors, to: url)
    }
}
