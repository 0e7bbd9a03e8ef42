import Foundation
import ModelRuntime

/// A model that a command saves, and what it says about that.
struct SavedModel {
    private let loaded: LoadedModel
    private let url: URL
    private let json: Bool

    init(_ loaded: LoadedModel, at path: String, json: Bool) {
        self.loaded = loaded
        url = URL(filePath: path, directoryHint: .isDirectory)
        self.json = json
    }

    /// Writes the model with what its configuration becomes.
    func write(changing changes: (inout OrderedJSON) throws -> Void = { _ in }) throws {
        let parameters = loaded.model.parameters().flattened()
        let bytes = parameters.reduce(0) { $0 + $1.1.nbytes }
        let count = loaded.model.parameterCount
        try CheckpointWriter().write(loaded, to: url, changing: changes)
        let bitsPerWeight =
            count > 0 ? (Double(bytes * 8) / Double(count) * 1000).rounded() / 1000 : 0
        guard json else {
            return Program.log(
                "\(url.path): \(parameters.count) tensors, \(bytes) bytes, \(bitsPerWeight) bits per weight"
            )
        }
        let answer: OrderedJSON = [
            "folder": .string(url.path), "tensors": .int(parameters.count), "bytes": .int(bytes),
            "bits_per_weight": .double(bitsPerWeight),
        ]
        Program.emit(answer.text() + "\n")
    }
}
