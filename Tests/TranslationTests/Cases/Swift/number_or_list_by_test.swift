import MLX
import MLXNN
import ModelPorted
import ModelShared

/// Configuration of the `case` family, as in `config.json`: `SizeOrSizesConfig`, number_or_list_by_test.py:8.
public struct CaseSizeOrSizesConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var layer: Int
    public var size: JSONValue
    public var first: JSONValue
    public var scale: JSONValue

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case layer
        case size
        case first
        case scale
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType)
        layer = try values.decode(Int.self, forKey: .layer)
        size = try values.decode(JSONValue.self, forKey: .size)
        first = try values.decode(JSONValue.self, forKey: .first, default: 0)
        scale = try values.decode(JSONValue.self, forKey: .scale, default: 1.0)
    }
}

/// `NumberOrListByTest`, number_or_list_by_test.py:17.
public final class CaseNumberOrListByTest: Module {
    @ModuleInfo var proj: Linear
    let isFirst: Bool
    let scale: Double

    public init(_ config: CaseSizeOrSizesConfiguration) throws {
        let size =
            try config.size.isList
            ? required(
                required(config.size.arrayValue, "size").element(at: config.layer).intValue, "size")
            : required(config.size.intValue, "size")
        _proj.wrappedValue = Linear(4, size)
        let first = try config.first.isList ? required(config.first.min(), "first") : config.first
        isFirst = try Double(config.layer) >= required(first.doubleValue, "first")
        scale =
            try config.scale.isList
            ? required(
                required(config.scale.arrayValue, "scale").element(at: config.layer).doubleValue,
                "scale") : required(config.scale.doubleValue, "scale")
    }

    /// `NumberOrListByTest.__call__`, number_or_list_by_test.py:30.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        if isFirst { x = proj(x) }
        return x * scale
    }
}
