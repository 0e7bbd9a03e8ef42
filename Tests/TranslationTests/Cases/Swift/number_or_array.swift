import MLX
import MLXNN
import ModelPorted
import ModelShared

/// Configuration of the `case` family, as in `config.json`: `NumberOrArrayConfig`, number_or_array.py:8.
public struct CaseNumberOrArrayConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var hiddenSize: Int
    public var rounds: Int

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case rounds
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType, default: "case")
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
        rounds = try values.decode(Int.self, forKey: .rounds, default: 2)
    }
}

/// `NumberOrArray`, number_or_array.py:14.
public final class CaseNumberOrArray: Module {
    let rounds: Int

    public init(_ config: CaseNumberOrArrayConfiguration) {
        rounds = config.rounds
    }

    /// `NumberOrArray.positions`, number_or_array.py:19.
    public func positions(_ x: MLXArray) -> MLXArray {
        var parts: [MLXArray] = []
        for _ in 0..<max(0, rounds) {
            let start = parts.count > 0 ? NumberOrArray.array(max(parts.last!) + 1) : .number(0)
            parts.append(x + start)
        }
        return concatenated(parts)
    }

    /// `NumberOrArray.__call__`, number_or_array.py:26.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        positions(x) + sum(positions(MLXArray.ones([3], dtype: .uint8)))
    }
}
