// Ported from mlx_vlm/models/rope_utils.py (`initialize_rope`), mlx-vlm 0.7.10, MIT,
// sha256 6944f69a03c41cbb9613afbd2f1b54b71c504840aaeb0eade39c6109dbfdd25b.

import MLX
import MLXNN

/// The rotary embedding that a model's `rope_scaling` asks for.
///
/// Stands for `initialize_rope` of mlx-vlm. That of mlx-lm 0.32.2 differs: its longrope always takes
/// the long factors and scales the input by `long_mscale` unless that is 0, its proportional type
/// rotates `int(dims * partial_rotary_factor)` features, its yarn scales the input by a scatter, it
/// has a `dynamic` type and neither the eager implementation nor `originalMaxPositionEmbeddings`.
///
/// - Parameters:
///   - dims: how many features are rotated
///   - base: `rope_theta`
///   - traditional: whether neighbours are rotated together, instead of the two halves
///   - scalingConfig: `rope_scaling`; nil for the default type
///   - maxPositionEmbeddings: the model's context length
///   - implementation: `fast`, or `eager` for the default and linear types
///   - originalMaxPositionEmbeddings: the context length before scaling, if it is not an entry of
///     `scalingConfig`
/// - Throws: `RoPEError` if an entry is missing or unusable, or the type is not supported.
public func initializeRoPE(
    dims: Int,
    base: Double,
    traditional: Bool,
    scalingConfig: RoPEScaling? = nil,
    maxPositionEmbeddings: Int? = nil,
    implementation: String = "fast",
    originalMaxPositionEmbeddings: Int? = nil
) throws -> any RotaryEmbedding {
    let scaling = scalingConfig ?? [:]
    let ropeType = scaling.ropeType

    guard ["fast", "eager"].contains(implementation) else {
        throw RoPEError.unsupportedImplementation(implementation, type: ropeType)
    }

    if ["default", "linear"].contains(ropeType) {
        let scale = ropeType == "linear" ? try linearScale(scaling) : 1
        if implementation == "eager" {
            return EagerRoPE(dims: dims, traditional: traditional, base: base, scale: scale)
        }
        return RoPE(
            dimensions: dims, traditional: traditional, base: Float(base), scale: Float(scale))
    }

    guard implementation == "fast" || !RoPEError.supportedTypes.contains(ropeType) else {
        throw RoPEError.unsupportedImplementation(implementation, type: ropeType)
    }

    switch ropeType {
    case "llama3":
        return try Llama3RoPE(
            dims: dims, maxPositionEmbeddings: maxPositionEmbeddings, traditional: traditional,
            base: base, scalingConfig: scaling)

    case "yarn", "deepseek_yarn", "telechat3-yarn":
        return try YarnRoPE(
            dims: dims, traditional: traditional, maxPositionEmbeddings: maxPositionEmbeddings,
            base: base, scalingFactor: scaling.double("factor"),
            originalMaxPositionEmbeddings: scaling.double(
                "original_max_position_embeddings", default: 4096),
            betaFast: scaling.double("beta_fast", default: 32),
            betaSlow: scaling.double("beta_slow", default: 1),
            mscale: scaling.double("mscale", default: 1),
            mscaleAllDim: scaling.double("mscale_all_dim", default: 0))

    case "longrope":
        return try longRoPE(
            dims: dims, base: base, scaling: scaling,
            maxPositionEmbeddings: maxPositionEmbeddings,
            originalMaxPositionEmbeddings: originalMaxPositionEmbeddings)

    case "proportional":
        return try ProportionalRoPE(
            dims: dims, traditional: traditional, base: base, scalingConfig: scaling)

    case "mrope":
        let sections = try scaling.contains("mrope_section") ? scaling.doubles("mrope_section") : []
        guard sections.count == 3 else {
            throw RoPEError.invalid(
                key: "mrope_section", reason: "must have 3 sections, found \(sections.count)")
        }
        return RoPE(dimensions: dims, traditional: traditional, base: Float(base))

    default:
        throw RoPEError.unsupportedType(ropeType)
    }
}

/// The factor on positions of the linear type.
private func linearScale(_ scaling: RoPEScaling) throws -> Double {
    let factor = try scaling.double("factor")
    guard factor != 0 else { throw RoPEError.invalid(key: "factor", reason: "must not be 0") }
    return 1 / factor
}

private func longRoPE(
    dims: Int, base: Double, scaling: RoPEScaling, maxPositionEmbeddings: Int?,
    originalMaxPositionEmbeddings: Int?
) throws -> SuScaledRoPE {
    let key = "original_max_position_embeddings"
    guard let original = try originalMaxPositionEmbeddings ?? scaling.intIfPresent(key) else {
        throw RoPEError.missing(key: key, type: "longrope")
    }
    guard let maxPositionEmbeddings else {
        throw RoPEError.invalidArgument(
            name: "max_position_embeddings", reason: "is missing: rope type 'longrope' requires it")
    }
    guard original != 0 else { throw RoPEError.invalid(key: key, reason: "must not be 0") }
    return try SuScaledRoPE(
        dims: dims, base: base, maxPositionEmbeddings: maxPositionEmbeddings,
        originalMaxPositionEmbeddings: original,
        shortFactor: longRoPEFactors("short_factor", scaling, dims: dims),
        longFactor: longRoPEFactors("long_factor", scaling, dims: dims),
        shortMscale: scaling.doubleIfPresent("short_mscale"),
        longMscale: scaling.doubleIfPresent("long_mscale"))
}

/// The factors under `key`: one for each frequency or one for all.
private func longRoPEFactors(_ key: String, _ scaling: RoPEScaling, dims: Int) throws -> [Double] {
    let factors = try scaling.doubles(key)
    guard [1, (dims + 1) / 2].contains(factors.count) else {
        throw RoPEError.invalid(
            key: key, reason: "must have \(dims / 2) numbers, found \(factors.count)")
    }
    return factors
}
