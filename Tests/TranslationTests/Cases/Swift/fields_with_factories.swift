import MLX
import MLXNN
import ModelShared

/// Configuration of the `case` family, as in `config.json`: `FieldConfig`, fields_with_factories.py:8.
public struct CaseFieldConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var sizes: [Int]
    public var names: [String]
    public var limit: Int

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case sizes
        case names
        case limit
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType)
        sizes = try values.decode([Int].self, forKey: .sizes, default: [4, 8])
        names = try values.decode([String].self, forKey: .names, default: [])
        limit = try values.decode(Int.self, forKey: .limit, default: 3)
    }
}

/// `FieldsWithFactories`, fields_with_factories.py:15.
public final class CaseFieldsWithFactories: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseFieldConfiguration) throws {
        _proj.wrappedValue = try Linear(config.sizes.element(at: 0), config.names.count)
    }

    /// `FieldsWithFactories.__call__`, fields_with_factories.py:20.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) }
}
