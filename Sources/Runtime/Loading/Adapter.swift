import Foundation
import MLX
import MLXNN
import ModelPorted

/// A trained adapter: `adapter_config.json` with the tensors beside it.
public struct Adapter {
    private let folder: URL
    private let configuration: AdapterConfiguration
    private let weights: OrderedWeights

    /// Reads an adapter.
    ///
    /// - Parameter path: its folder, or its `.safetensors` with the configuration beside it.
    /// - Throws: ``ModelRuntimeError`` for files that are missing or not sound.
    public init(_ path: URL) throws {
        let isFile = path.pathExtension == "safetensors"
        folder = isFile ? path.deletingLastPathComponent() : path
        let candidates =
            isFile
            ? [path]
            : ["adapters.safetensors", "weights.safetensors"].map { path.appending(path: $0) }
        guard
            let file = candidates.first(where: { FileManager.default.fileExists(atPath: $0.path) })
        else {
            throw ModelRuntimeError.input(
                "adapter-path: \(path.path) holds no adapters.safetensors")
        }
        let settings = folder.appending(path: "adapter_config.json")
        guard let data = FileManager.default.contents(atPath: settings.path) else {
            throw ModelRuntimeError.input("adapter-path: cannot read \(settings.path)")
        }
        let json = try OrderedJSON(parsing: data, file: "adapter_config.json")
        configuration = try ConfigurationDecoder(file: "adapter_config.json")
            .decode(AdapterConfiguration.self, from: json)
        weights = OrderedWeights(
            try SafetensorsFile.read(file).map { ($0, $1) }, uniquingKeysWith: { first, _ in first }
        )
    }

    /// Puts the adapter on a model's layers.
    ///
    /// A layer that the adapter has no tensors for stays as it is; the packages give it an update of
    /// zeros.
    ///
    /// - Throws: ``ModelRuntimeError`` that lists tensors that fit no layer.
    public func apply(to model: any GenerativeModel) throws {
        guard let update = configuration.update else { return try replaceWeights(of: model) }
        try restoreQuantization(of: model)
        let layers = Dictionary(model.namedModules(), uniquingKeysWith: { first, _ in first })
        var problems: [String] = []
        var adapted: [(String, Module)] = []
        for (path, tensors) in grouped {
            do throws(Misfit) {
                guard let layer = layers[path] else { throw Misfit("no layer of the model") }
                adapted.append((path, try adapt(layer, tensors, update)))
            } catch {
                problems.append("  \(path): \(error.reason)")
            }
        }
        guard problems.isEmpty else {
            throw ModelRuntimeError.input(
                "the adapter in \(folder.path) does not fit the model:\n"
                    + problems.prefix(10).joined(separator: "\n")
                    + (problems.count > 10 ? "\n  … and \(problems.count - 10) more" : ""))
        }
        try model.update(modules: ModuleChildren.unflattened(adapted), verify: .none)
    }

    /// Makes the adapters of a model part of its weights.
    ///
    /// - Parameter dequantize: whether quantised layers with an adapter become plain ones.
    public static func fuse(_ model: any GenerativeModel, dequantize: Bool = false) throws {
        let fused = model.namedModules().compactMap { path, layer in
            (layer as? any AdaptedLayer).map { (path, $0.fused(dequantize: dequantize)) }
        }
        try model.update(modules: ModuleChildren.unflattened(fused), verify: .none)
    }

    // MARK: Layers

    private struct Misfit: Error {
        let reason: String
        init(_ reason: String) { self.reason = reason }
    }

    /// The adapter's tensors by layer and name, in the file's order.
    private var grouped: [(path: String, tensors: [String: MLXArray])] {
        var order: [String] = []
        var tensors: [String: [String: MLXArray]] = [:]
        for (name, array) in weights {
            let parts = name.split(separator: ".")
            let path = parts.dropLast().joined(separator: ".")
            if tensors[path] == nil { order.append(path) }
            tensors[path, default: [:]][String(parts.last ?? "")] = array
        }
        return order.map { ($0, tensors[$0]!) }
    }

    private func adapt(
        _ layer: Module, _ tensors: [String: MLXArray], _ update: (rank: Int, scale: Double)
    ) throws(Misfit) -> Module {
        let names = configuration.isLegacy ? ["A", "B"] : ["lora_a", "lora_b"]
        let isDoRA = configuration.kind == .dora
        let known = Set(names + (isDoRA ? ["m"] : []))
        if let other = tensors.keys.sorted().first(where: { !known.contains($0) }) {
            throw Misfit("\"\(other)\" is no parameter of such an adapter")
        }
        guard let a = tensors[names[0]], let b = tensors[names[1]] else {
            throw Misfit("one of \(names[0]) and \(names[1]) is missing")
        }
        let matrices = LowRankUpdate(a: a, b: b, scale: update.scale)
        func require(_ shapeA: [Int], _ shapeB: [Int]) throws(Misfit) {
            guard a.shape == shapeA, b.shape == shapeB else {
                throw Misfit(
                    "expected \(shapeA) and \(shapeB), found \(a.shape) and \(b.shape)")
            }
        }
        switch layer {
        case let linear as Linear:
            let (outputs, inputs) = linear.shape
            try require([inputs, update.rank], [update.rank, outputs])
            guard isDoRA else {
                return (linear as? QuantizedLinear).map { QuantizedLoRALinear($0, matrices) }
                    ?? LoRALinear(linear, matrices)
            }
            guard let magnitude = tensors["m"], magnitude.shape == [outputs] else {
                throw Misfit("\"m\" is missing or not of the shape [\(outputs)]")
            }
            return (linear as? QuantizedLinear).map {
                QuantizedDoRALinear($0, matrices, magnitude: magnitude)
            } ?? DoRALinear(linear, matrices, magnitude: magnitude)
        case let embedding as Embedding where !isDoRA:
            let (count, dimensions) = embedding.shape
            try require([count, update.rank], [update.rank, dimensions])
            return (embedding as? QuantizedEmbedding).map { QuantizedLoRAEmbedding($0, matrices) }
                ?? LoRAEmbedding(embedding, matrices)
        case let experts as SwitchLinear where !isDoRA:
            let count = experts.numExperts
            try require(
                [count, update.rank, experts.inputDims], [count, experts.outputDims, update.rank])
            return LoRASwitchLinear(experts, matrices)
        default:
            throw Misfit("a layer of type \(type(of: layer)) takes no such adapter")
        }
    }

    /// Quantises the layers that were quantised when the adapter was trained.
    private func restoreQuantization(of model: any GenerativeModel) throws {
        let layers = Dictionary(model.namedModules(), uniquingKeysWith: { first, _ in first })
        for (path, wanted) in configuration.baseQuantization.sorted(by: { $0.key < $1.key }) {
            guard let mode = QuantizationMode(rawValue: wanted.mode ?? "affine") else {
                throw ModelRuntimeError.input(
                    "adapter_config.json: base_quantization of \(path) has an unknown mode")
            }
            switch layers[path] {
            case let quantized as any Quantized:
                guard
                    (quantized.groupSize, quantized.bits, quantized.mode)
                        == (wanted.groupSize, wanted.bits, mode)
                else {
                    throw ModelRuntimeError.input(
                        "adapter_config.json: the adapter was trained on another quantisation of \(path)"
                    )
                }
            case let plain as any Quantizable:
                try model.update(
                    modules: ModuleChildren.unflattened([
                        (
                            path,
                            plain.toQuantized(
                                groupSize: wanted.groupSize, bits: wanted.bits, mode: mode)
                        )
                    ]), verify: .none)
            default:
                throw ModelRuntimeError.input(
                    "adapter_config.json: base_quantization names \(path), which is no layer that "
                        + "can be quantised")
            }
        }
    }

    /// A full set of weights in place of the checkpoint's.
    private func replaceWeights(of model: any GenerativeModel) throws {
        let shapes = Dictionary(
            model.parameters().flattened().map { ($0.0, $0.1.shape) },
            uniquingKeysWith: { first, _ in first })
        if let wrong = weights.first(where: { shapes[$0.key] != $0.value.shape }) {
            throw ModelRuntimeError.input(
                "the adapter in \(folder.path) does not fit the model: \(wrong.key) "
                    + (shapes[wrong.key].map { "is \(wrong.value.shape), not \($0)" }
                        ?? "is no parameter"))
        }
        try model.update(
            parameters: ModuleParameters.unflattened(weights.map { ($0.key, $0.value) }),
            verify: .none)
    }
}
