import MLX
import MLXNN
import ModelPorted
import ModelShared

/// Configuration of the `case` family, as in `config.json`: `SizesConfig`, json_numbers.py:9.
public struct CaseSizesConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var hiddenSize: Int
    public var factor: Int
    public var sizes: JSONValue
    public var heads: [JSONValue]

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case factor
        case sizes
        case heads
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType)
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize)
        factor = try values.decode(Int.self, forKey: .factor)
        sizes = try values.decode(JSONValue.self, forKey: .sizes)
        heads = try values.decode([JSONValue].self, forKey: .heads)
    }
}

/// `JsonNumbers`, json_numbers.py:17.
public final class CaseJsonNumbers: Module {
    let heads: Int
    let groups: Int
    @ModuleInfo var proj: Linear

    public init(_ config: CaseSizesConfiguration) throws {
        let heads = try required(config.heads.element(at: 1).intValue, "heads")
        self.heads = heads
        let groups = try required(required(config.sizes["heads"], "heads").intValue, "heads")
        self.groups = groups
        let dims = try
            (Double(config.hiddenSize)
            * required(required(config.sizes["factor"], "factor").doubleValue, "factor"))
            .truncatedToInt()
        let size = (heads + groups * 2) * dims
        _proj.wrappedValue = Linear(config.hiddenSize, size)
    }

    /// `JsonNumbers.__call__`, json_numbers.py:26.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let x = proj(x).reshaped(-1, heads + groups * 2, 3)
        return x[0..., ..<(heads - 1)]
    }
}
