import MLX
import MLXNN
import ModelPorted
import ModelShared

/// Configuration of the `case` family, as in `config.json`: `TruthConfig`, named_truth.py:9.
public struct CaseTruthConfiguration: Codable, Sendable {
    public var hiddenSize: Int
    public var kind: String
    public var experts: Int?

    enum CodingKeys: String, CodingKey {
        case hiddenSize = "hidden_size"
        case kind
        case experts
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize)
        kind = try values.decode(String.self, forKey: .kind, default: "moe")
        experts = try values.decodeIfPresent(Int.self, forKey: .experts, absent: 2)
    }
}

/// `NamedTruth`, named_truth.py:15.
public final class CaseNamedTruth: Module {
    let config: CaseTruthConfiguration
    @ModuleInfo var proj: Linear

    public init(_ config: CaseTruthConfiguration) {
        self.config = config
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `NamedTruth.__call__`, named_truth.py:21.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        let isMixture = config.kind == "moe" && config.experts.nonZero != nil
        if isMixture, x.dim(0) > 1 { x = x * 2 }
        if !isMixture { x = x + 1 }
        return proj(x)
    }
}
