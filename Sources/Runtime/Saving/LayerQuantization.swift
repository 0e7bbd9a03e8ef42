import MLX
import MLXNN

/// Packs the layers of a model (`quantize_model` of mlx_lm/utils.py and mlx_vlm/quant_utils.py).
public struct LayerQuantization: Sendable {
    /// How many values share a scale; the mode's own number if nil.
    public var groupSize: Int?
    /// The bits of a value; the mode's own number if nil.
    public var bits: Int?
    /// How values are packed.
    public var mode: QuantizationMode
    /// Bits that differ from layer to layer, in place of what the family says.
    public var recipe: QuantizationRecipe?

    /// Four bits in groups of 64, unless stated otherwise.
    public init(
        groupSize: Int? = nil, bits: Int? = nil, mode: QuantizationMode = .affine,
        recipe: QuantizationRecipe? = nil
    ) {
        self.groupSize = groupSize
        self.bits = bits
        self.mode = mode
        self.recipe = recipe
    }

    /// How one layer is packed, and what the configuration says of it.
    private struct Decision {
        var groupSize: Int
        var bits: Int
        var mode: QuantizationMode
        var entry: OrderedJSON?
    }

    /// Replaces the layers that the family, or the recipe, has packed.
    ///
    /// - Parameters:
    ///   - model: the model, which is changed; values are packed when they are evaluated.
    ///   - configuration: the one that is saved with it, which gets the `quantization`.
    /// - Throws: ``ModelRuntimeError`` for numbers that the mode does not have and a recipe that does not
    ///   fit; what the family's rule throws.
    public func apply(
        to model: any GenerativeModel, package: ModelPackage, configuration: inout OrderedJSON
    ) throws {
        let sizes = try sizes()
        let (groupSize, bits) = sizes
        let general: OrderedJSON = [
            "group_size": .int(groupSize), "bits": .int(bits), "mode": .string(mode.rawValue),
        ]
        // Of a model that is packed in parts each further layer is listed.
        let isPartial = configuration["quantization"] != nil
        var section = configuration["quantization"] ?? general
        let rule = try recipe.map { try RecipeRule($0, for: model, package: package) }
        var decisions: [String: Decision] = [:]
        // In the order of the source, in which the packages list them.
        for (path, layer) in model.namedModules().reversed() {
            guard !(layer is any Quantized), layer is any Quantizable,
                let weight = Quantization.weight(of: layer),
                let found = try decide(path, layer, weight, sizes, rule, model, package)
            else { continue }
            decisions[path] = found
            if let entry = found.entry ?? (isPartial ? general : nil) { section[path] = entry }
        }
        quantize(model: model) { path, _ in
            decisions[path].map { ($0.groupSize, $0.bits, $0.mode) }
        }
        configuration["quantization"] = section
        configuration["quantization_config"] = section
    }

    /// The group size and the bits of layers of which nothing else is said.
    private func sizes() throws -> (groupSize: Int, bits: Int) {
        let usual = mode.usualSizes
        let sizes = (groupSize: groupSize ?? usual.groupSize, bits: bits ?? usual.bits)
        guard mode == .affine || sizes == usual else {
            throw ModelRuntimeError.input(
                "the mode \(mode.rawValue) has \(usual.bits) bits in groups of \(usual.groupSize) only"
            )
        }
        guard mode != .affine || [2, 3, 4, 5, 6, 8].contains(sizes.bits),
            mode != .affine || [32, 64, 128].contains(sizes.groupSize)
        else {
            throw ModelRuntimeError.input(
                "\(sizes.bits) bits in groups of \(sizes.groupSize): the engine packs 2, 3, 4, 5, 6 or "
                    + "8 bits in groups of 32, 64 or 128")
        }
        guard recipe == nil || mode == .affine else {
            throw ModelRuntimeError.input("recipes are for the mode affine only")
        }
        return sizes
    }

    private func decide(
        _ path: String, _ layer: Module, _ weight: MLXArray, _ sizes: (groupSize: Int, bits: Int),
        _ rule: RecipeRule?, _ model: any GenerativeModel, _ package: ModelPackage
    ) throws -> Decision? {
        let (groupSize, bits) = sizes
        let inputs = weight.dim(-1)
        let isEven = inputs % groupSize == 0
        if let rule {
            guard isEven, let bits = try rule.bits(of: path, weight: weight) else { return nil }
            switch package {
            case .mlxLM:
                let entry: OrderedJSON = [
                    "group_size": self.groupSize.map { .int($0) } ?? .null, "bits": .int(bits),
                    "mode": .string(mode.rawValue),
                ]
                return Decision(groupSize: groupSize, bits: bits, mode: mode, entry: entry)
            case .mlxVLM:
                return Decision(
                    groupSize: 64, bits: bits, mode: .affine,
                    entry: ["group_size": 64, "bits": .int(bits)])
            }
        }
        if package == .mlxVLM, Quantization.isMultimodal(path) { return nil }
        switch try model.quantizationRule(path, module: layer) {
        case .plain: return nil
        case .general:
            return isEven ? Decision(groupSize: groupSize, bits: bits, mode: mode) : nil
        case .own(var own):
            let fallback = own.fallbackGroupSize
            guard isEven || package == .mlxVLM && fallback != nil else { return nil }
            if package == .mlxVLM, let fallback {
                own = QuantizationRule.Packing(
                    groupSize: own.groupSize ?? groupSize, bits: own.bits ?? bits,
                    mode: own.mode ?? mode)
                if inputs % (own.groupSize ?? groupSize) != 0, inputs % fallback == 0 {
                    own.groupSize = fallback
                }
            }
            if package == .mlxVLM, inputs % (own.groupSize ?? groupSize) != 0 { return nil }
            // What a family does not say is as for a layer that is packed without a word.
            let usual = (own.mode ?? .affine).usualSizes
            return Decision(
                groupSize: own.groupSize ?? usual.groupSize, bits: own.bits ?? usual.bits,
                mode: own.mode ?? .affine, entry: own.json)
        }
    }
}

extension QuantizationMode {
    /// Group size and bits where none are given (`_defaults_for_mode`, mlx/nn/layers/quantized.py).
    fileprivate var usualSizes: (groupSize: Int, bits: Int) {
        switch rawValue {
        case "mxfp4": (32, 4)
        case "nvfp4": (16, 4)
        case "mxfp8": (32, 8)
        default: (64, 4)
        }
    }
}
