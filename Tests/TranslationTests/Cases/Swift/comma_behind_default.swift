import Foundation
import MLX
import MLXNN
import ModelShared

/// Configuration of the `case` family, as in `config.json`: `CommaConfig`, comma_behind_default.py:7.
public struct CaseCommaConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var hiddenSize: Int
    public var headDimensions: Int
    public var useBias: Bool

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case headDimensions = "head_dim"
        case useBias = "use_bias"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType)
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize)
        headDimensions = try values.decode(Int.self, forKey: .headDimensions)
        useBias = try values.decode(Bool.self, forKey: .useBias)
    }
}

/// `CommaBehindDefault`, comma_behind_default.py:16.
public final class CaseCommaBehindDefault: Module {
    let scale: Double
    @ModuleInfo var proj: Linear

    public init(_ config: CaseCommaConfiguration) {
        scale = pow(Double(config.headDimensions), -0.5)
        _proj.wrappedValue = Linear(config.hiddenSize, config.headDimensions, bias: config.useBias)
    }

    /// `CommaBehindDefault.__call__`, comma_behind_default.py:22.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) * scale }
}
