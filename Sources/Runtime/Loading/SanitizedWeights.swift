import Foundation
import MLX
import MLXNN
import OrderedCollections
import TraceDiff

/// A checkpoint's tensors before and after the family's `sanitize`, without the comparison with the
/// model's parameters: for looking at what does not fit.
public struct SanitizedWeights {
    /// The tensors of the files.
    public let stored: OrderedWeights
    /// What `sanitize` makes of them.
    public let sanitized: OrderedWeights
    /// The names and shapes of the model's parameters.
    public let parameters: OrderedDictionary<String, [Int]>

    /// Records of all: the files' in the run `checkpoint`, what the model asks for in the run
    /// `parameters`, what it is given in the run `weights`.
    public var records: [TraceRecord] {
        // Values are still to come: one that takes no room stands for them.
        let nothing = TensorSummary(0)
        return Self.records(of: stored, run: TraceRecord.checkpointRun)
            + parameters.map { name, shape in
                var record = TraceRecord(
                    weight: name, run: TraceRecord.parametersRun, summary: nothing)
                record.shape = shape
                return record
            } + Self.records(of: sanitized, run: TraceRecord.weightsRun)
    }

    private static func records(of weights: OrderedWeights, run: String) -> [TraceRecord] {
        weights.sorted { $0.key < $1.key }.map { name, array in
            TraceRecord(weight: name, run: run, summary: TensorSummary(array))
        }
    }
}

extension ModelFactory {
    /// The tensors of a checkpoint before and after `sanitize`.
    ///
    /// - Parameters:
    ///   - url: the checkpoint's folder.
    ///   - package: the package whose family is used; nil is mlx-vlm's where it exists.
    /// - Throws: ``ModelRuntimeError``.
    public func sanitizedWeights(
        _ url: URL, package: ModelPackage? = nil
    ) throws -> SanitizedWeights {
        let directory = try CheckpointDirectory(url)
        let (configuration, type) = try resolve(directory, package: package)
        return try withEngine("sanitising the weights of \(type.name)") {
            let files = try WeightFiles(directory, package: configuration.package)
            let stored = try WeightReader.read(files)
            let model = try type.makeModel(configuration)
            let sanitized = try model.sanitizeParts(model.sanitize(stored))
            if let quantization = try Quantization(configuration) {
                try quantization.apply(to: model, weights: sanitized)
            }
            let parameters = model.parameters().flattened().sorted { $0.0 < $1.0 }
            return SanitizedWeights(
                stored: stored, sanitized: sanitized,
                parameters: OrderedDictionary(
                    parameters.map { ($0.0, $0.1.shape) }, uniquingKeysWith: { first, _ in first }))
        }
    }
}
