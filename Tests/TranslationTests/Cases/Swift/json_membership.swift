import MLX
import MLXNN
import ModelPorted
import ModelShared

/// Configuration of the `case` family, as in `config.json`: `JsonMembershipConfig`, json_membership.py:9.
public struct CaseJsonMembershipConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var hiddenSize: Int
    public var layout: JSONValue

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case layout
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType)
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize)
        layout = try values.decode(JSONValue.self, forKey: .layout)
    }
}

/// `JsonMembership`, json_membership.py:16.
public final class CaseJsonMembership: Module {
    let isLinear: Bool
    @ModuleInfo var proj: Linear

    public init(_ config: CaseJsonMembershipConfiguration) throws {
        let linear = try required(config.layout["linear"], "linear")
        isLinear = linear.contains(config.hiddenSize + 1)
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `JsonMembership.__call__`, json_membership.py:23.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { isLinear ? proj(x) : x }
}
