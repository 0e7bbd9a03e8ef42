import OrderedCollections

/// The configuration of a checkpoint, completed as the package's loader completes it.
public struct ModelConfiguration: Sendable {
    /// The package whose loader was followed.
    public let package: ModelPackage
    /// `config.json` with generation defaults and empty sub-configurations filled in.
    public var json: OrderedJSON

    /// Reads `config.json` and `generation_config.json`.
    ///
    /// mlx-vlm takes five sampling defaults from `generation_config.json` and gives every
    /// configuration a `text_config` (by its older name `llm_config` if so), a `vision_config` and
    /// an `audio_config`; mlx-lm takes `eos_token_id` alone and undoes transformers' tagged floats.
    ///
    /// - Throws: ``ModelRuntimeError`` if `config.json` is missing, malformed or not an object.
    public init(_ directory: CheckpointDirectory, package: ModelPackage) throws {
        let config = try directory.json("config.json")
        guard config.object != nil else {
            throw ModelRuntimeError.input(
                "config.json: expected an object, found \(config.summary)")
        }
        self.package = package
        // A generation_config.json that is not JSON is passed over, as the Python does.
        let generation = try? directory.jsonIfPresent("generation_config.json")
        switch package {
        case .mlxVLM:
            json = Self.merged(config, generation: generation?.object ?? [:])
            json = Self.withSubConfigurations(json)
        case .mlxLM:
            json = Self.untagged(config)
            if let eos = generation?["eos_token_id"], Self.isTruthy(eos) {
                json["eos_token_id"] = eos
            }
        }
    }

    /// Refuses a number of layers that the checkpoint cannot have weights for, before a model of that
    /// size is made: a configuration is data from elsewhere.
    ///
    /// - Throws: ``ModelRuntimeError`` that names the key.
    func requireLayers(atMost tensors: Int) throws {
        let parts = [("", json)] + (json.object ?? [:]).map { ("\($0.key).", $0.value) }
        for (prefix, part) in parts {
            for (key, value) in part.object ?? [:] where key.hasSuffix("layers") {
                guard let count = value.int else { continue }
                guard count > 0 || key != "num_hidden_layers" || part["hidden_size"] == nil else {
                    throw ModelRuntimeError.input(
                        "config.json: \"\(prefix)\(key)\" must be positive, found \(count)")
                }
                guard count > tensors else { continue }
                throw ModelRuntimeError.input(
                    "config.json: \"\(prefix)\(key)\" is \(count), but the checkpoint has "
                        + "\(tensors) tensors")
            }
        }
    }

    /// The declared `model_type`.
    ///
    /// - Throws: ``ModelRuntimeError`` if it is absent or no string.
    public func modelType() throws -> String {
        var declared = json["model_type"]
        if package == .mlxVLM, declared == nil || declared == .null || declared == "" {
            declared = json["speculators_model_type"] ?? declared
        }
        guard let declared else {
            throw ModelRuntimeError.input("config.json lacks the required key \"model_type\"")
        }
        guard let name = declared.string else {
            throw ModelRuntimeError.input(
                "config.json: \"model_type\": expected String, found \(declared.summary)")
        }
        return name
    }

    /// `_merge_generation_config` and `apply_generation_config_defaults` of mlx-vlm.
    static func merged(
        _ config: OrderedJSON, generation: OrderedDictionary<String, OrderedJSON>
    ) -> OrderedJSON {
        guard !generation.isEmpty else { return config }
        var config = config
        config["generation_config"] = .object(generation)
        for key in GenerationDefaults.keys {
            if let value = generation[key] { config[key] = value }
        }
        return config
    }

    private static func withSubConfigurations(_ config: OrderedJSON) -> OrderedJSON {
        var config = config
        let languageModel = config["llm_config"] ?? [:]
        config["llm_config"] = nil
        if config["text_config"] == nil { config["text_config"] = languageModel }
        if config["vision_config"] == nil { config["vision_config"] = [:] }
        if config["audio_config"] == nil { config["audio_config"] = [:] }
        return config
    }

    /// `{"__float__": "Infinity"}` is how transformers keeps a non-finite float in valid JSON.
    static func untagged(_ value: OrderedJSON) -> OrderedJSON {
        switch value {
        case .array(let elements): .array(elements.map(untagged))
        case .object(let members):
            if members.count == 1, let tag = members["__float__"]?.string,
                let number = ["Infinity": Double.infinity, "-Infinity": -.infinity, "NaN": .nan][
                    tag]
            {
                .double(number)
            } else {
                .object(members.mapValues(untagged))
            }
        default: value
        }
    }

    private static func isTruthy(_ value: OrderedJSON) -> Bool {
        switch value {
        case .null, .bool(false), .int(0), .double(0), .string(""), .array([]): false
        default: true
        }
    }
}
