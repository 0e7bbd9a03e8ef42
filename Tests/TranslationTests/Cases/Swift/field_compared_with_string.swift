import MLX
import MLXNN
import ModelPorted
import ModelShared

/// Configuration of the `case` family, as in `config.json`: `RankConfig`, field_compared_with_string.py:8.
public struct CaseRankConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var hiddenSize: Int
    public var rank: JSONValue
    public var scale: JSONValue

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case rank
        case scale
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType)
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize)
        rank = try values.decode(JSONValue.self, forKey: .rank)
        scale = try values.decode(JSONValue.self, forKey: .scale, default: 1.0)
        if rank == "auto" {
            rank = try JSONValue.int((Double(hiddenSize) / 3).rounded(.up).truncatedToInt())
        }
    }
}

/// `FieldComparedWithString`, field_compared_with_string.py:19.
public final class CaseFieldComparedWithString: Module {
    let rank: Int
    let scale: Double
    @ModuleInfo var proj: Linear

    public init(_ config: CaseRankConfiguration) throws {
        let rank = try config.rank.truncatedToInt()
        self.rank = rank
        scale = try config.scale == "half" ? 0.5 : required(config.scale.doubleValue, "scale")
        _proj.wrappedValue = Linear(config.hiddenSize, rank)
    }

    /// `FieldComparedWithString.__call__`, field_compared_with_string.py:26.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        proj(x)[.ellipsis, ..<1] * rank * scale
    }
}
