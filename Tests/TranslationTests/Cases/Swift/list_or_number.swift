import MLX
import MLXNN
import ModelPorted
import ModelShared

/// Configuration of the `case` family, as in `config.json`: `BasesConfig`, list_or_number.py:8.
public struct CaseBasesConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var hiddenSize: Int
    public var theta: JSONValue
    public var picked: String

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case theta
        case picked
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType)
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize)
        theta = try values.decode(JSONValue.self, forKey: .theta, default: 3.0)
        picked = try values.decode(String.self, forKey: .picked, default: "")
    }
}

/// `ListOrNumber`, list_or_number.py:15.
public final class CaseListOrNumber: Module {
    let theta: Double
    let count: Int

    public init(_ config: CaseBasesConfiguration) throws {
        var theta = config.theta
        if theta.isList { theta = try required(theta.arrayValue, "theta")[1] }
        self.theta = try required(theta.doubleValue, "theta")
        var layers: Set<Int> = []
        layers =
            if !config.picked.isEmpty {
                try Set(
                    config.picked.split(separator: ",", omittingEmptySubsequences: false).map(
                        String.init
                    ).map { try $0.parsedInt() })
            } else { Set(1..<max(1, 3)) }
        count = layers.count + (layers.contains(2) ? 1 : 0)
    }

    /// `ListOrNumber.__call__`, list_or_number.py:29.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { x * theta + count }
}
