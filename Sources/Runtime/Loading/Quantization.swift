import MLX
import MLXNN

/// How a checkpoint's matrices are packed, from the configuration's `quantization`.
struct Quantization {
    /// The parameters of one packed matrix.
    struct Parameters: Equatable {
        var groupSize: Int
        var bits: Int
        var mode: QuantizationMode
    }

    /// What a per-layer entry says.
    enum Override: Equatable {
        case packed(Parameters)
        case plain
    }

    let package: ModelPackage
    let general: Parameters
    let overrides: [String: Override]
    /// Whether vision and audio layers stay unpacked (`vision_config.skip_vision`, mlx-vlm).
    let skipsVision: Bool

    /// The quantisation that a configuration declares, nil if there is none.
    ///
    /// - Throws: ``ModelRuntimeError`` if it is malformed, or by a method that is not supported.
    init?(_ configuration: ModelConfiguration) throws {
        package = configuration.package
        let json = configuration.json
        guard let declared = try Self.declared(json, package: configuration.package) else {
            return nil
        }
        guard let members = declared.object else {
            throw ModelRuntimeError.input(
                "config.json: \"quantization\": expected an object, found \(declared.summary)")
        }
        general = try Self.parameters(declared, at: "quantization")
        var overrides: [String: Override] = [:]
        for (path, entry) in members {
            switch entry {
            case .object:
                overrides[path] = .packed(try Self.parameters(entry, at: "quantization.\(path)"))
            case .bool(false): overrides[path] = .plain
            default: break
            }
        }
        self.overrides = overrides
        skipsVision = json["vision_config"]?["skip_vision"]?.bool ?? false
    }

    /// `quantization`, or what the loaders make of other tools' `quantization_config`.
    static func declared(_ json: OrderedJSON, package: ModelPackage) throws -> OrderedJSON? {
        if let own = json["quantization"], !own.isNull { return own }
        let foreign = json["quantization_config"] ?? json["text_config"]?["quantization_config"]
        guard let foreign, !foreign.isNull else { return nil }
        guard let method = foreign["quant_method"]?.string else {
            // mlx's own older files repeat `quantization` here.
            return foreign["group_size"] != nil && foreign["bits"] != nil ? foreign : nil
        }
        let format = foreign["format"]?.string
        switch (method, format) {
        case ("mxfp4", _), ("compressed-tensors", "mxfp4-pack-quantized"):
            return ["group_size": 32, "bits": 4, "mode": "mxfp4"]
        case ("mxfp8", _) where package == .mlxLM:
            return ["group_size": 32, "bits": 8, "mode": "mxfp8"]
        case ("compressed-tensors", "pack-quantized"):
            return ["group_size": 32, "bits": 4, "mode": "affine"]
        default:
            let name = format.map { "\(method) (\($0))" } ?? method
            throw ModelRuntimeError.unsupported(
                "config.json: checkpoints quantised by \"\(name)\" are not supported; convert the "
                    + "model with mlx-lm or mlx-vlm first")
        }
    }

    private struct Fields: Decodable {
        var groupSize: Int?
        var bits: Int?
        var mode: String?

        enum CodingKeys: String, CodingKey {
            case groupSize = "group_size"
            case bits, mode
        }
    }

    private static func parameters(_ json: OrderedJSON, at path: String) throws -> Parameters {
        let fields = try ConfigurationDecoder(file: "config.json: \"\(path)\"")
            .decode(Fields.self, from: json)
        let name = fields.mode ?? "affine"
        guard let mode = QuantizationMode(rawValue: name) else {
            throw ModelRuntimeError.unsupported(
                "config.json: \"\(path).mode\": the mode \"\(name)\" is not supported")
        }
        let defaults: [QuantizationMode: (Int, Int)] = [.mxfp4: (32, 4), .mxfp8: (32, 8)]
        let (groupSize, bits) = defaults[mode] ?? (name == "nvfp4" ? (16, 4) : (64, 4))
        let parameters = Parameters(
            groupSize: fields.groupSize ?? groupSize, bits: fields.bits ?? bits, mode: mode)
        guard (2...8).contains(parameters.bits), (8...1024).contains(parameters.groupSize) else {
            throw ModelRuntimeError.unsupported(
                "config.json: \"\(path)\": \(parameters.bits) bits in groups of "
                    + "\(parameters.groupSize) are not supported")
        }
        return parameters
    }

    /// Replaces the layers that the checkpoint holds packed.
    ///
    /// - Throws: ``ModelRuntimeError`` if an entry names a layer that cannot be packed.
    func apply(to model: any GenerativeModel, weights: OrderedWeights) throws {
        var failure: ModelRuntimeError?
        quantize(model: model) { path, layer in
            do {
                guard let found = try parameters(path: path, layer: layer, weights: weights) else {
                    return nil
                }
                return (found.groupSize, found.bits, found.mode)
            } catch {
                failure = failure ?? (error as? ModelRuntimeError)
                return nil
            }
        }
        if let failure { throw failure }
    }

    /// How one layer is packed, nil if it is not: `class_predicate` of the package's loader.
    private func parameters(
        path: String, layer: Module, weights: OrderedWeights
    ) throws -> Parameters? {
        let isPacked = weights["\(path).scales"] != nil
        if package == .mlxVLM, skipsVision, !isPacked, Self.isMultimodal(path) { return nil }
        switch override(for: path) {
        case .plain: return nil
        case .packed(let parameters):
            guard layer is any Quantizable else {
                throw ModelRuntimeError.input(
                    "config.json: \"quantization.\(path)\" names a layer that cannot be quantised")
            }
            return parameters
        case nil: break
        }
        guard isPacked, layer is any Quantizable, let weight = Self.weight(of: layer) else {
            return nil
        }
        switch package {
        case .mlxVLM: return weight.size % 64 == 0 ? general : nil
        case .mlxLM: return try inferred(path: path, weight: weight, weights: weights)
        }
    }

    private func override(for path: String) -> Override? {
        if let exact = overrides[path] { return exact }
        guard package == .mlxVLM, path.hasPrefix("language_model.") else { return nil }
        return overrides[String(path.dropFirst("language_model.".count))]
    }

    /// `infer_quant_config` of mlx-lm: the shapes say how a matrix was packed.
    private func inferred(
        path: String, weight: MLXArray, weights: OrderedWeights
    ) throws -> Parameters {
        guard let scales = weights["\(path).scales"], let packed = weights["\(path).weight"],
            scales.ndim > 0, packed.ndim > 0, scales.dim(-1) > 0
        else { return general }
        let inputs = weight.dim(-1)
        let (groupSize, bits) = (inputs / scales.dim(-1), packed.dim(-1) * 32 / inputs)
        guard scales.dtype == .uint8 else {
            return Parameters(groupSize: groupSize, bits: bits, mode: .affine)
        }
        let modes = ["4 16": "nvfp4", "4 32": "mxfp4", "8 32": "mxfp8"]
        guard let name = modes["\(bits) \(groupSize)"], let mode = QuantizationMode(rawValue: name)
        else {
            throw ModelRuntimeError.input(
                "\(path): \(bits) bits in groups of \(groupSize) with uint8 scales are no known "
                    + "quantisation")
        }
        return Parameters(groupSize: groupSize, bits: bits, mode: mode)
    }

    static func weight(of layer: Module) -> MLXArray? {
        layer.parameters().flattened().first { $0.0 == "weight" }?.1
    }

    /// `skip_multimodal_module`, mlx_vlm/utils.py.
    static func isMultimodal(_ path: String) -> Bool {
        [
            "vision", "aligner", "vl_connector", "sam_model", "audio_model", "audio_tower",
            "code_predictor", "img_projector", "multi_modal_projector", "patch_merge_mlp",
        ].contains { path.contains($0) }
    }
}
