import MLX
import MLXNN
import ModelPorted
import ModelShared
import OrderedCollections

/// Configuration of the `case` family, as in `config.json`: `ChangingMethodConfig`, changing_method.py:10.
public struct CaseChangingMethodConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var hiddenSize: Int
    public var theta: Double?
    public var factor: Int?
    public var width: Int
    public var scale: Int?
    public var kinds: [String]?
    public var options: JSONValue

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case theta
        case factor
        case width
        case scale
        case kinds
        case options
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType, default: "changing")
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
        theta = try values.decodeIfPresent(Double.self, forKey: .theta)
        factor = try values.decodeIfPresent(Int.self, forKey: .factor)
        scale = try values.decodeIfPresent(Int.self, forKey: .scale)
        kinds = try values.decodeIfPresent([String].self, forKey: .kinds)
        options = try values.decode(JSONValue.self, forKey: .options, default: [:])
        width = try values.decodeIfPresent(Int.self, forKey: .width) ?? hiddenSize
        applyAliases()
        if scale == nil { scale = width + 1 }
        try repeatKinds("full")
    }

    /// `ChangingMethodConfig._apply_aliases`, changing_method.py:28.
    public mutating func applyAliases() {
        for (key, value)
            in (["rope_theta": theta, "factor": factor.map(Double.init)]
            as OrderedDictionary<String, Double?>)
        {
            if let value, !options.contains(key) {
                options[key] = JSONValue.double(value)
            }
        }
        widen(1)
    }

    /// `ChangingMethodConfig._widen`, changing_method.py:34.
    public mutating func widen(_ by: Int) { width += by }

    /// `ChangingMethodConfig._repeat_kinds`, changing_method.py:37.
    public mutating func repeatKinds(_ kind: String) throws {
        if kinds == nil {
            kinds = try Array(repeating: kind, count: max(0, required(scale, "scale")))
        }
    }
}

/// `ChangingMethod`, changing_method.py:42.
public final class CaseChangingMethod: Module {
    let count: Int
    let factor: Int
    @ModuleInfo var proj: Linear

    public init(_ config: CaseChangingMethodConfiguration) throws {
        count = try required(config.kinds, "kinds").count + config.options.pythonCount()
        factor = try (config.options["factor"] ?? 2).truncatedToInt()
        _proj.wrappedValue = Linear(config.hiddenSize, config.width)
    }

    /// `ChangingMethod.__call__`, changing_method.py:49.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) * factor + count }
}
