import MLX
import MLXNN
import ModelPorted
import ModelShared
import OrderedCollections

/// Configuration of the `case` family, as in `config.json`: `ChangedBetweenConfig`, changing_method_between.py:10.
public struct CaseChangedBetweenConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var hiddenSize: Int
    public var factor: Int?
    public var options: JSONValue?

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case factor
        case options
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType, default: "between")
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
        factor = try values.decodeIfPresent(Int.self, forKey: .factor)
        options = try values.decodeIfPresent(JSONValue.self, forKey: .options)
        if var options {
            options.setDefault(1, forKey: "depth")
            self.options = options
            try applyFactor()
            options = try required(self.options, "options")
            let factor = options.get("factor")
            if factor == nil { options["factor"] = 5 }
            self.options = options
            options.setDefault(3, forKey: "width")
            self.options = options
        } else {
            options = ["width": 2, "factor": 3]
        }
    }

    /// `ChangedBetweenConfig._apply_factor`, changing_method_between.py:28.
    public mutating func applyFactor() throws {
        for (key, value) in (["factor": factor] as OrderedDictionary<String, Int?>) {
            if let value, try !required(options, "options").contains(key) {
                _ = try required(options, "options")
                options?[key] = JSONValue.int(value)
            }
        }
    }
}

/// `ChangedBetween`, changing_method_between.py:34.
public final class CaseChangedBetween: Module {
    let count: Int
    let factor: Int
    @ModuleInfo var proj: Linear

    public init(_ config: CaseChangedBetweenConfiguration) throws {
        count = try required(config.options, "options").pythonCount()
        factor = try (required(config.options, "options")["factor"] ?? 2).truncatedToInt()
        _proj.wrappedValue = try Linear(
            config.hiddenSize,
            required(required(config.options, "options")["width"], "width").truncatedToInt())
    }

    /// `ChangedBetween.__call__`, changing_method_between.py:41.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) * factor + count }
}
