import MLX
import MLXNN
import ModelPorted
import ModelShared

/// Configuration of the `case` family, as in `config.json`: `FactorConfig`, truncated_factor.py:7.
public struct CaseFactorConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var dims: Int
    public var share: Double
    public var width: Int

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case dims
        case share
        case width
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType)
        dims = try values.decode(Int.self, forKey: .dims, default: 8)
        share = try values.decode(Double.self, forKey: .share, default: 1)
        width = try values.decode(Int.self, forKey: .width, default: 4)
    }
}

/// `TruncatedFactor`, truncated_factor.py:14.
public final class CaseTruncatedFactor: Module {
    let scale: Int
    @ModuleInfo var proj: Linear

    public init(_ config: CaseFactorConfiguration) throws {
        scale =
            try (config.share * Double(config.dims) * Double(config.width)).truncatedToInt()
            + config.dims
        _proj.wrappedValue = Linear(config.width, 4)
    }

    /// `TruncatedFactor.__call__`, truncated_factor.py:20.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) * scale }
}
