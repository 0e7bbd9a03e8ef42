import Foundation
import MLX
import MLXNN
import OrderedCollections

/// Writes checkpoint folders as the packages save models (`save_model` and `save_config` of
/// mlx_lm/utils.py, `save_weights` and `save_config` of mlx_vlm/utils.py).
public struct CheckpointWriter: Sendable {
    /// The most bytes of one file of weights.
    public var shardSize = 5 << 30

    /// The packages' own size of shards.
    public init() {}

    /// Writes a model beside the tokenizer and further files of the folder that it was loaded from.
    ///
    /// - Parameters:
    ///   - loaded: the model, whose parameters are written as they are; they are given up file by file, so
    ///     that no more than one has to be in memory.
    ///   - changes: changes the configuration that is written.
    ///   - url: a folder that is not there yet; it appears when everything in it is written.
    /// - Throws: ``ModelRuntimeError``.
    public func write(
        _ loaded: LoadedModel, to url: URL,
        changing changes: (inout OrderedJSON) throws -> Void = { _ in }
    ) throws {
        try Self.requireNew(url.path)
        var configuration = try loaded.storedConfiguration()
        try changes(&configuration)
        configuration = configuration.sortedByKey
        let parent = url.deletingLastPathComponent()
        let temporary = parent.appending(path: ".\(url.lastPathComponent).\(UUID().uuidString)")
        do {
            try fileOperation("write", url) {
                try FileManager.default.createDirectory(
                    at: temporary, withIntermediateDirectories: true)
                try copyOthers(from: loaded.directory, to: temporary)
            }
            try writeWeights(of: loaded.model, package: loaded.type.package, to: temporary)
            try writeJSON(configuration, to: temporary.appending(path: "config.json"))
            guard rename(temporary.path, url.path) == 0 else {
                throw ModelRuntimeError.input(
                    "cannot write \(url.path): \(String(cString: strerror(errno)))")
            }
        } catch {
            try? FileManager.default.removeItem(at: temporary)
            throw error
        }
    }

    /// Refuses a folder that is there already: to be asked before anything is computed.
    ///
    /// - Throws: ``ModelRuntimeError``.
    public static func requireNew(_ path: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw ModelRuntimeError.input(
                "\(path) exists already: remove it, or choose another folder")
        }
    }

    /// Everything that is neither weights nor what is written anew.
    private func copyOthers(from directory: CheckpointDirectory, to folder: URL) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: directory.url.path)
        for name in names.sorted() where !isWritten(name) {
            try FileManager.default.copyItem(
                at: directory.file(name).resolvingSymlinksInPath(), to: folder.appending(path: name)
            )
        }
    }

    private func isWritten(_ name: String) -> Bool {
        name.hasSuffix(".safetensors") || name == WeightFiles.indexName || name == "config.json"
            || name.hasPrefix(".")
    }

    private func writeWeights(
        of model: any GenerativeModel, package: ModelPackage, to folder: URL
    ) throws {
        var weights = model.orderedParameters
        let shards = shards(of: weights)
        var metadata: OrderedJSON = [
            "total_size": .int(weights.values.reduce(0) { $0 + $1.nbytes })
        ]
        if package == .mlxLM { metadata["total_parameters"] = .int(model.parameterCount) }
        try model.update(
            parameters: ModuleParameters.unflattened(
                weights.keys.map { ($0, MLXArray([Float]())) }),
            verify: .none)
        var placed: [(String, String)] = []
        for (index, names) in shards.enumerated() {
            let file =
                shards.count == 1
                ? "model.safetensors"
                : String(format: "model-%05d-of-%05d.safetensors", index + 1, shards.count)
            let shard = OrderedWeights(
                uniqueKeysWithValues: names.map { ($0, weights.removeValue(forKey: $0)!) })
            try SafetensorsFile.write(shard, to: folder.appending(path: file))
            placed += names.map { ($0, file) }
        }
        let map = placed.sorted { $0.0 < $1.0 }.map { ($0.0, OrderedJSON.string($0.1)) }
        try writeJSON(
            ["metadata": metadata, "weight_map": .object(.init(uniqueKeysWithValues: map))],
            to: folder.appending(path: WeightFiles.indexName))
    }

    /// Names by file: as many as fit, in their order (`make_shards`).
    private func shards(of weights: OrderedWeights) -> [[String]] {
        var shards: [[String]] = [[]]
        var size = 0
        for (name, array) in weights {
            if size + array.nbytes > shardSize, !shards[shards.count - 1].isEmpty {
                shards.append([])
                size = 0
            }
            shards[shards.count - 1].append(name)
            size += array.nbytes
        }
        return shards
    }

    private func writeJSON(_ json: OrderedJSON, to url: URL) throws {
        try AtomicFile.write(Data(json.pythonText.utf8), to: url)
    }

    private func fileOperation(_ verb: String, _ url: URL, _ body: () throws -> Void) throws {
        do {
            try body()
        } catch {
            throw ModelRuntimeError.input(
                "cannot \(verb) \(url.path): \(error.localizedDescription)")
        }
    }
}

extension LoadedModel {
    /// The configuration that is written beside the model's parameters.
    ///
    /// - Throws: ``ModelRuntimeError``.
    public func storedConfiguration() throws -> OrderedJSON {
        try ModelConfiguration.stored(in: directory, package: type.package)
    }
}

extension ModelConfiguration {
    /// The configuration that the package's `save_config` writes of a model that it has loaded.
    ///
    /// - Throws: ``ModelRuntimeError``.
    static func stored(
        in directory: CheckpointDirectory, package: ModelPackage
    ) throws -> OrderedJSON {
        let config = try directory.json("config.json")
        guard let members = config.object else {
            throw ModelRuntimeError.input(
                "config.json: expected an object, found \(config.summary)")
        }
        let generation = try? directory.jsonIfPresent("generation_config.json")
        var json: OrderedJSON
        switch package {
        case .mlxVLM:
            json = merged(.object(members), generation: generation?.object ?? [:])
            json["torch_dtype"] = nil
        case .mlxLM:
            json = .object(members)
            if let end = generation?["eos_token_id"], !end.isNull { json["eos_token_id"] = end }
            json["vision_config"] = nil
            if json["quantization"] == nil,
                let declared = try Quantization.declared(json, package: package)
            {
                json["quantization"] = declared
            }
            if let quantization = json["quantization"] {
                json["quantization_config"] = quantization
            }
        }
        json["_name_or_path"] = nil
        return json
    }
}

extension GenerativeModel {
    /// The parameters in the order of the layers in the source. The arrays are others than the model's own,
    /// which may be replaced while these are kept.
    fileprivate var orderedParameters: OrderedWeights {
        var places: [String: Int] = [:]
        for (place, module) in namedModules().reversed().enumerated() { places[module.0] = place }
        func order(_ name: String) -> (Int, Int, String) {
            let parts = name.split(separator: ".")
            let owner = parts.dropLast().joined(separator: ".")
            let own = ["weight", "scales", "biases", "bias"].firstIndex { $0 == parts.last ?? "" }
            return (places[owner] ?? places.count, own ?? 4, name)
        }
        let ordered = parameters().flattened().map { (place: order($0.0), key: $0.0, array: $0.1) }
            .sorted { $0.place < $1.place }
        return OrderedWeights(
            ordered.map { ($0.key, $0.array.asType($0.array.dtype)) },
            uniquingKeysWith: { first, _ in first })
    }
}

extension OrderedJSON {
    /// The entries of an object in the order of their keys.
    fileprivate var sortedByKey: OrderedJSON {
        let sorted = (object ?? [:]).sorted { $0.key < $1.key }
        return .object(OrderedDictionary(uniqueKeysWithValues: sorted.map { ($0.key, $0.value) }))
    }
}

extension GenerativeModel {
    /// How many values the leaves of the model hold, packed ones as if they were plain
    /// (`get_total_parameters`, mlx_lm/utils.py).
    public var parameterCount: Int {
        leafModules().flattened().reduce(0) { sum, leaf in
            let parameters = leaf.1.parameters().flattened()
            guard let packed = leaf.1 as? any Quantized else {
                return sum + parameters.reduce(0) { $0 + $1.1.size }
            }
            let sizes = Dictionary(parameters.map { ($0.0, $0.1.size) }, uniquingKeysWith: +)
            return sum + sizes["bias", default: 0] + sizes["weight", default: 0] * 32 / packed.bits
        }
    }
}
