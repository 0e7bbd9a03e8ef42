import Foundation
import MLX

/// Reads the tensors of a checkpoint, without their values: the engine maps those in when they are
/// evaluated.
enum WeightReader {
    /// The tensors of all files, in the order of files and headers.
    ///
    /// - Throws: ``ModelRuntimeError`` if a header is not sound or two files hold a tensor of one
    ///   name.
    static func read(_ files: WeightFiles) throws -> OrderedWeights {
        var weights = OrderedWeights()
        var origin: [String: String] = [:]
        for url in files.urls {
            let file = url.lastPathComponent
            for (name, array) in try SafetensorsFile.read(url) {
                if let first = origin.updateValue(file, forKey: name) {
                    throw ModelRuntimeError.input("both \(first) and \(file) hold \"\(name)\"")
                }
                weights[name] = array
            }
        }
        return weights
    }
}
