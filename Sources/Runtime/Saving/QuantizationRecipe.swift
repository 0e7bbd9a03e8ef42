import MLX
import MLXNN

/// Bits that differ from layer to layer, more for those that lose most (`--quant-predicate` of the
/// packages' `convert`).
public enum QuantizationRecipe: String, CaseIterable, Sendable {
    case mixed2to6 = "mixed_2_6"
    case mixed3to4 = "mixed_3_4"
    case mixed3to5 = "mixed_3_5"
    case mixed3to6 = "mixed_3_6"
    case mixed3to8 = "mixed_3_8"
    case mixed4to6 = "mixed_4_6"
    case mixed4to8 = "mixed_4_8"

    /// The bits of most layers, and those of the others.
    var bits: (low: Int, high: Int) {
        switch self {
        case .mixed2to6: (2, 6)
        case .mixed3to4: (3, 4)
        case .mixed3to5: (3, 5)
        case .mixed3to6: (3, 6)
        case .mixed3to8: (3, 8)
        case .mixed4to6: (4, 6)
        case .mixed4to8: (4, 8)
        }
    }

    /// Whether a package has the recipe.
    public func isKnown(to package: ModelPackage) -> Bool {
        package == .mlxVLM || ![.mixed3to5, .mixed3to8, .mixed4to8].contains(self)
    }
}

/// A recipe for a model (`mixed_quant_predicate_builder` of mlx_lm/convert.py and mlx_vlm/convert.py).
struct RecipeRule {
    private let package: ModelPackage
    private let bits: (low: Int, high: Int)
    /// Where in a layer's path its number stands.
    private let place: Int
    private let layerCount: Int

    /// - Throws: ``ModelRuntimeError`` if the package has no such recipe, or the model no layers as it
    ///   takes for granted.
    init(_ recipe: QuantizationRecipe, for model: any GenerativeModel, package: ModelPackage) throws
    {
        guard recipe.isKnown(to: package) else {
            throw ModelRuntimeError.input(
                "\(package.rawValue) has no recipe \(recipe.rawValue)")
        }
        self.package = package
        bits = recipe.bits
        let paths = model.namedModules().map(\.0)
        guard let first = paths.first(where: { Self.isDown($0, package) }) else {
            throw ModelRuntimeError.unsupported(
                "\(recipe.rawValue): the model has no layers called \"down_proj\", which the "
                    + "recipe asks for")
        }
        let parts = first.split(separator: ".")
        place = parts.firstIndex { Int($0) != nil } ?? parts.count - 1
        let numbers = paths.compactMap { path -> Int? in
            let other = path.split(separator: ".")
            guard other.count > parts.prefix(while: { Int($0) == nil }).count,
                other.starts(with: parts.prefix(while: { Int($0) == nil }))
            else { return nil }
            return Int(other[parts.prefix(while: { Int($0) == nil }).count])
        }
        layerCount = (numbers.max() ?? -1) + 1
    }

    private static func isDown(_ path: String, _ package: ModelPackage) -> Bool {
        path.contains("down_proj") || package == .mlxVLM && path.contains("feed_forward.w2")
    }

    /// The bits of a layer; `nil` where it is not packed.
    ///
    /// - Throws: ``ModelRuntimeError`` for a path without a number where the others have theirs, in
    ///   which mlx-lm fails.
    func bits(of path: String, weight: MLXArray) throws -> Int? {
        if package == .mlxVLM {
            guard !Quantization.isMultimodal(path), weight.ndim > 1, weight.dim(1) % 64 == 0 else {
                return nil
            }
        }
        let parts = path.split(separator: ".")
        var index = 0
        if parts.count > place {
            if let number = Int(parts[place]) {
                index = number
            } else if package == .mlxLM {
                throw ModelRuntimeError.unsupported(
                    "the recipe finds no number of a layer in \"\(path)\"")
            }
        }
        let eighth = layerCount / 8
        let usesMore =
            index < eighth || index >= 7 * layerCount / 8
            || (index - eighth).quotientAndRemainder(dividingBy: 3).remainder == 2
        let isValue =
            path.contains("v_proj")
            || package == .mlxLM && (path.contains("v_a_proj") || path.contains("v_b_proj"))
        let isEnd =
            path.contains("lm_head") || package == .mlxVLM && path.contains("embed_tokens")
        return usesMore && (isValue || Self.isDown(path, package)) || isEnd ? bits.high : bits.low
    }
}
