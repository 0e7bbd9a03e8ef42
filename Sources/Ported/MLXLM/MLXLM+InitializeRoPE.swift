// Ported from mlx_lm/models/rope_utils.py (`initialize_rope`, `apply_yarn_mscale`), mlx-lm 0.32.2,
// MIT, sha256 06466d57dfe1ccc1e61ba595c0a8f2dd3a14bcb5c6a1d06c67591dc03128606b.

import Foundation
import MLX
import MLXNN

extension MLXLM {
    /// The rotary embedding that a model's `rope_scaling` asks for.
    ///
    /// - Parameters:
    ///   - dims: how many features are rotated
    ///   - base: `rope_theta`
    ///   - traditional: whether neighbours are rotated together, instead of the two halves
    ///   - scalingConfig: `rope_scaling`; nil for the default type
    ///   - maxPositionEmbeddings: the model's context length
    /// - Throws: `RoPEError` if an entry is missing or unusable, or the type is not supported.
    public static func initializeRoPE(
        dims: Int,
        base: Double,
        traditional: Bool,
        scalingConfig: RoPEScaling? = nil,
        maxPositionEmbeddings: Int? = nil
    ) throws -> any RotaryEmbedding {
        let scaling = scalingConfig ?? [:]
        switch scaling.ropeType {
        case "dynamic":
            return try DynamicNTKScalingRoPE(
                dims: dims,
                maxPositionEmbeddings: required(maxPositionEmbeddings, "max_position_embeddings"),
                traditional: traditional, base: base, factor: scaling.double("factor"))

        case "longrope":
            guard
                let original = try scaling.intIfPresent("original_max_position_embeddings")
            else {
                throw RoPEError.missing(key: "original_max_position_embeddings", type: "longrope")
            }
            return try SuScaledRoPE(
                dims: dims, base: base,
                maxPositionEmbeddings: required(maxPositionEmbeddings, "max_position_embeddings"),
                originalMaxPositionEmbeddings: original,
                shortFactor: scaling.doubles("short_factor"),
                longFactor: scaling.doubles("long_factor"))

        case "proportional":
            let part = try scaling.double("partial_rotary_factor", default: 1)
            return try ProportionalRoPE(
                dims: dims, rotatedDims: (Double(dims) * part).truncatedToInt(),
                traditional: traditional, base: base, factor: scaling.double("factor", default: 1))

        default:
            return try ModelPorted.initializeRoPE(
                dims: dims, base: base, traditional: traditional, scalingConfig: scalingConfig,
                maxPositionEmbeddings: maxPositionEmbeddings)
        }
    }

    /// The scale of attention scores with yarn's `mscale_all_dim` in it, squared.
    ///
    /// The ratio of `mscale` and `mscale_all_dim` is the rotary embedding's part of it.
    ///
    /// - Throws: `RoPEError` if an entry is no number.
    public static func applyYarnMscale(_ scale: Double, _ scalingConfig: RoPEScaling?) throws
        -> Double
    {
        guard let scaling = scalingConfig.nonEmpty else { return scale }
        let mscaleAllDim = try scaling.double("mscale_all_dim", default: 0)
        let factor = try scaling.double("factor", default: 1)
        if scaling.ropeType == "default" || mscaleAllDim == 0 || factor <= 1 { return scale }
        let s = 0.1 * mscaleAllDim * log(factor) + 1
        return scale * s * s
    }
}
