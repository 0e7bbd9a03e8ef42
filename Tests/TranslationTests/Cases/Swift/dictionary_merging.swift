import MLX
import MLXNN
import ModelPorted
import ModelRuntime
import ModelShared

/// Configuration of the `case` family, as in `config.json`: `MergedConfig`, dictionary_merging.py:11.
public struct CaseMergedConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var hiddenSize: Int
    public var ropeScaling: RoPEScaling?
    public var extra: JSONValue?

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case ropeScaling = "rope_scaling"
        case extra
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self, entries: Self.entries)
        modelType = try values.decode(String.self, forKey: .modelType, default: "case")
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
        ropeScaling = try values.decodeIfPresent(RoPEScaling.self, forKey: .ropeScaling)
        extra = try values.decodeIfPresent(JSONValue.self, forKey: .extra)
    }

    /// `MergedConfig.from_dict`, dictionary_merging.py:18.
    public static func entries(_ params: JSONValue) throws -> JSONValue {
        var params = params
        let rope = params.removeValue(forKey: "rope_parameters")
        if let rope, rope.isDictionary {
            let kind = rope["rope_type"] ?? "default"
            if ![.null, "default"].contains(kind) {
                params["rope_scaling"] = try rope.merging(["type": kind])
            }
        }
        if params.contains("more") {
            params["extra"] = try JSONValue.object(["scale": 2.0]).merging(
                required(params["more"], "more")
            ).merging(["shift": 1]).merging(rope?.truthy ?? [:])
        }
        return params
    }
}

/// `DictionaryMerging`, dictionary_merging.py:30.
public final class CaseDictionaryMerging: Module {
    @ModuleInfo var proj: Linear
    let factor: Double
    let linear: Bool
    let scale: Double
    let shift: Double

    public init(_ config: CaseMergedConfiguration) throws {
        _proj.wrappedValue = Linear(config.hiddenSize, 3)
        let scaling: JSONValue = try JSONValue.object((config.ropeScaling ?? [:]).values).merging([
            "base": 3.0
        ])
        factor =
            try required((scaling["factor"] ?? 1.0).doubleValue, "factor")
            * required(required(scaling["base"], "base").doubleValue, "base")
        linear = scaling["type"] ?? "none" == "linear"
        let extra: JSONValue = try JSONValue.object(["scale": 1.0, "shift": 0.0]).merging(
            config.extra?.truthy ?? [:])
        scale = try required(required(extra["scale"], "scale").doubleValue, "scale")
        shift = try required(required(extra["shift"], "shift").doubleValue, "shift")
    }

    /// `DictionaryMerging.__call__`, dictionary_merging.py:41.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = proj(x) * factor
        if linear { x = x + 1 }
        return x * scale + shift
    }
}
