import MLX
import MLXNN
import ModelPorted
import ModelShared

/// Configuration of the `case` family, as in `config.json`: `KindsConfig`, field_of_two_names.py:9.
public struct CaseKindsConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var hiddenSize: Int
    public var kinds: [String]?
    public var _kinds: [String]?

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case kinds
        case _kinds
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType)
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
        kinds = try values.decodeIfPresent([String].self, forKey: .kinds)
        _kinds = try values.decodeIfPresent([String].self, forKey: ._kinds)
        if kinds == nil { kinds = _kinds }
    }
}

/// `FieldOfTwoNames`, field_of_two_names.py:20.
public final class CaseFieldOfTwoNames: Module {
    @ModuleInfo var layers: [Linear]

    public init(_ config: CaseKindsConfiguration) throws {
        let kinds = config.kinds
        _layers.wrappedValue = try required(kinds, "kinds").map {
            Linear(4, 4, bias: $0 == "biased")
        }
    }

    /// `FieldOfTwoNames.__call__`, field_of_two_names.py:26.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        for layer in layers {
            x = layer(x)
        }
        return x
    }
}
