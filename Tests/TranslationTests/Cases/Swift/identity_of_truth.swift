import MLX
import MLXNN
import ModelPorted
import ModelShared
import OrderedCollections

/// Configuration of the `case` family, as in `config.json`: `GateConfig`, identity_of_truth.py:8.
public struct CaseGateConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var hiddenSize: Int
    public var gating: JSONValue
    public var tied: Bool

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case gating
        case tied
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType)
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize)
        gating = try values.decode(JSONValue.self, forKey: .gating, default: true)
        tied = try values.decode(Bool.self, forKey: .tied, default: false)
        if gating == true { gating = "head" }
    }
}

/// `Activation`, identity_of_truth.py:19.
public final class CaseActivation: Module {
    /// The default of `activation`, which all calls share.
    nonisolated(unsafe) public static let defaultActivation = shareable(SiLU())
    @ModuleInfo var activation: SiLU

    public init(_ activation: SiLU = CaseActivation.defaultActivation) {
        _activation.wrappedValue = activation
    }

    /// `Activation.__call__`, identity_of_truth.py:24.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { activation(x) }
}

/// `IdentityOfTruth`, identity_of_truth.py:28.
public final class CaseIdentityOfTruth: Module {
    var scale: Double
    @ModuleInfo var first: CaseActivation
    @ModuleInfo var second: CaseActivation

    public init(_ config: CaseGateConfiguration) throws {
        let scales: OrderedDictionary<String, Double> = ["head": 2.0, "element": 3.0]
        let first = try required(scales.keys.first, "scales")
        scale = try config.gating == false ? 0.5 : required(scales[first], first)
        if config.gating == JSONValue.string(first), config.tied != true {
            scale = scale + 1
        }
        _first.wrappedValue = CaseActivation()
        _second.wrappedValue = CaseActivation()
    }

    /// `IdentityOfTruth.__call__`, identity_of_truth.py:39.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { second(first(x)) * scale }
}
