// Ported from mlx_vlm/models/switch_layers.py, mlx-vlm 0.7.10, MIT,
// sha256 a8b688e0c0ed37ffe88804efe287fc19998eec9686b76f981b2e2ff635f76751.

import MLX
import OrderedCollections

/// What an expert's projection is made of in a checkpoint, by the ends of the names
/// (`EXPERT_WEIGHT_SUFFIXES`).
public let expertWeightSuffixes = ["weight", "scales", "biases"] + globalScaleSuffixes

/// The ends of the names of a tensor's or an expert's one scale (`GLOBAL_SCALE_SUFFIXES`).
public let globalScaleSuffixes = ["weight_scale_2", "weight_global_scale"]

/// What there may be of a projection besides: its bias.
private let projectionSuffixes = expertWeightSuffixes + ["bias"]

/// A tensor's factor, or one an expert, for each of its output rows (`expert_scale_rows`).
///
/// - Parameters:
///   - scale: one number, or one for each expert
///   - shape: the rows of the weight, `[experts, rows]`
func expertScaleRows(_ scale: MLXArray, _ shape: [Int]) -> MLXArray {
    let scale = scale.reshaped(scale.size == 1 ? [] : Array(shape.dropLast()) + [-1])
    return broadcast(scale, to: shape)
}

/// Gives each output row of the projections a factor of its own, so that rows can be put together
/// (`expand_expert_scales`).
///
/// - Parameter prefixes: the projections' names
/// - Throws: ``PythonFailure`` if a projection with a factor has no weight.
public func expandExpertScales(
    _ weights: inout OrderedDictionary<String, MLXArray>, _ prefixes: [String]
) throws {
    for prefix in prefixes {
        for suffix in globalScaleSuffixes {
            let key = "\(prefix).\(suffix)"
            guard let scale = weights[key] else { continue }
            let weight = try required(weights["\(prefix).weight"], "\(prefix).weight")
            weights[key] = expertScaleRows(scale, weight.shape.dropLast())
        }
    }
}

/// Puts the projections of experts, `source.0.projection` and on, into one tensor each
/// (`stack_expert_projection`).
///
/// - Throws: ``PythonFailure`` if one of the experts lacks what the first one has.
public func stackExpertProjection(
    _ weights: inout OrderedDictionary<String, MLXArray>, _ source: String, _ projection: String,
    _ target: String, _ numExperts: Int
) throws {
    for suffix in projectionSuffixes
    where weights.keys.contains("\(source).0.\(projection).\(suffix)") {
        let experts = try (0..<max(0, numExperts)).map { expert in
            let key = "\(source).\(expert).\(projection).\(suffix)"
            return try required(weights.removeValue(forKey: key), key)
        }
        weights["\(target).\(suffix)"] = stacked(experts)
    }
}

/// Takes the output rows of a projection apart, with what belongs to each row
/// (`split_expert_projection`).
///
/// - Parameters:
///   - source: the projection's name, with or without `.weight`
///   - targets: the names of its parts, of equal size
/// - Throws: ``PythonFailure`` if the weight is not `[experts, rows, columns]`.
public func splitExpertProjection(
    _ weights: inout OrderedDictionary<String, MLXArray>, _ source: String, _ targets: [String]
) throws {
    let weightKey = "\(source).weight"
    if let weight = weights.removeValue(forKey: source) {
        weights[weightKey] = weight
    }
    guard let weight = weights[weightKey] else { return }
    guard weight.ndim == 3 else {
        throw PythonFailure.raised(
            "ValueError",
            "\(source) has shape \(weight.shape); expected [num_experts, output_rows, input_columns]"
        )
    }
    let rows = Array(weight.shape.dropLast())
    for suffix in projectionSuffixes {
        guard var value = weights.removeValue(forKey: "\(source).\(suffix)") else { continue }
        let isScale = globalScaleSuffixes.contains(suffix)
        if isScale {
            value = expertScaleRows(value, rows)
        }
        let axis = isScale || suffix == "bias" ? -1 : -2
        for (target, part) in zip(targets, split(value, parts: targets.count, axis: axis)) {
            weights["\(target).\(suffix)"] = contiguous(part)
        }
    }
}

/// Renames a projection, whose weight may be called like the projection (`move_expert_projection`).
public func moveExpertProjection(
    _ weights: inout OrderedDictionary<String, MLXArray>, _ source: String, _ target: String
) {
    for suffix in projectionSuffixes {
        let isBare = suffix == "weight" && weights.keys.contains(source)
        let key = isBare ? source : "\(source).\(suffix)"
        if let value = weights.removeValue(forKey: key) {
            weights["\(target).\(suffix)"] = value
        }
    }
}
