import Foundation
import MLX
import MLXNN
import OrderedCollections

/// Makes models from checkpoint folders.
///
/// ```swift
/// let loaded = try ModelFactory(types: MLXVLMRegistry.types).load(folder)
/// ```
public struct ModelFactory: Sendable {
    /// The supported types.
    public let types: [ModelType]
    /// The processors of types that take more than text.
    public let processors: [ProcessorType]

    /// A factory for these types.
    public init(types: [ModelType], processors: [ProcessorType] = []) {
        self.types = types
        self.processors = processors
    }

    /// Where the values of the parameters come from.
    public enum Weights: Sendable {
        /// The folder's safetensors files.
        case checkpoint
        /// The seeded rule of ``SeededWeights``; the folder needs a `config.json` only.
        case seeded(UInt64)
    }

    /// The configuration of a folder and the type that serves it.
    ///
    /// - Parameter package: the package whose family is used; nil is mlx-vlm's where it has the
    ///   `model_type`, else mlx-lm's.
    /// - Throws: ``ModelRuntimeError``; for an unknown `model_type` it names the nearest ones.
    public func resolve(
        _ directory: CheckpointDirectory, package: ModelPackage? = nil
    ) throws -> (configuration: ModelConfiguration, type: ModelType) {
        var declared = ""
        for candidate in package.map({ [$0] }) ?? ModelPackage.allCases {
            let configuration = try ModelConfiguration(directory, package: candidate)
            declared = try configuration.modelType()
            let name = ModelTypeAliases.resolve(declared, package: candidate)
            if let type = types.first(where: { $0.name == name && $0.package == candidate }) {
                return (configuration, type)
            }
        }
        throw ModelRuntimeError.unsupported(unknown(declared, package: package))
    }

    private func unknown(_ declared: String, package: ModelPackage?) -> String {
        let names = Set(types.filter { package == nil || $0.package == package }.map(\.name))
        let nearest = Nearest(candidates: names.sorted()).names(to: declared)
        let place = package.map { " in \($0.rawValue)" } ?? ""
        let hint =
            if !nearest.isEmpty {
                "; the nearest supported ones are \(nearest.joined(separator: ", "))"
            } else if names.isEmpty {
                "; there is no supported type"
            } else {
                "; supported are \(names.sorted().prefix(20).joined(separator: ", "))"
            }
        return "config.json: the model_type \"\(declared)\" is not supported\(place)\(hint)"
    }

    /// Loads a model as the package's own loader does: configuration, sanitised weights,
    /// quantisation, strict comparison with the parameters, evaluation.
    ///
    /// - Parameters:
    ///   - url: the checkpoint's folder.
    ///   - package: the package whose family is used; nil is mlx-vlm's where it exists.
    ///   - weights: where the values come from.
    ///   - dtype: what floating-point parameters are cast to; nil keeps the checkpoint's types.
    ///   - adapter: a trained adapter, which is put on the layers.
    ///   - lazily: whether the values stay on disk until they are used.
    ///   - progress: is told how much has been read, unless the values stay on disk.
    /// - Throws: ``ModelRuntimeError``.
    public func load(
        _ url: URL, package: ModelPackage? = nil, weights: Weights = .checkpoint,
        dtype: DType? = nil, adapter: Adapter? = nil, lazily: Bool = false,
        progress: ((LoadingProgress) -> Void)? = nil
    ) throws -> LoadedModel {
        let directory = try CheckpointDirectory(url)
        let (configuration, type) = try resolve(directory, package: package)
        return try withEngine("loading \(type.name) from \(url.path)") {
            let model: any GenerativeModel
            switch weights {
            case .checkpoint:
                let files = try WeightFiles(directory, package: configuration.package)
                let weights = try WeightReader.read(files)
                try configuration.requireLayers(atMost: weights.count)
                model = try type.makeModel(configuration)
                try fill(model, with: weights, from: files, directory, configuration, dtype)
            case .seeded(let seed):
                model = try type.makeModel(configuration)
                try SeededWeights(seed: seed).fill(model, dtype: dtype ?? .float32)
            }
            try adapter?.apply(to: model)
            if !lazily { try ParameterEvaluation.run(model, progress: progress) }
            model.train(false)
            return LoadedModel(
                model: model, type: type, configuration: configuration,
                defaults: try GenerationDefaults(configuration), directory: directory)
        }
    }

    private func fill(
        _ model: any GenerativeModel, with stored: OrderedWeights, from files: WeightFiles,
        _ directory: CheckpointDirectory, _ configuration: ModelConfiguration, _ dtype: DType?
    ) throws {
        var weights = try model.sanitizeParts(model.sanitize(stored))
        if let quantization = try Quantization(configuration) {
            try quantization.apply(to: model, weights: weights)
        }
        let parameters = model.parameters().flattened()
        let verification = WeightVerification(
            parameters: OrderedDictionary(
                parameters.sorted { $0.0 < $1.0 }.map { ($0.0, $0.1.shape) },
                uniquingKeysWith: { first, _ in first }),
            weights: weights.mapValues(\.shape))
        if let report = verification.report(absentFiles: files.absent) {
            throw ModelRuntimeError.input(
                "the weights in \(directory.url.path) do not fit the model:\n\(report)")
        }
        if let dtype {
            weights = weights.mapValues { $0.dtype.isReal ? $0.asType(dtype) : $0 }
        }
        try model.update(
            parameters: ModuleParameters.unflattened(weights.map { ($0.key, $0.value) }),
            verify: .none)
    }
}

extension DType {
    /// Floating-point, but not complex.
    var isReal: Bool { isFloatingPoint && self != .complex64 }
}
