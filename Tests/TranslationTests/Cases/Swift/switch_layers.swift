import MLX
import MLXNN
import ModelPorted
import ModelShared

/// Configuration of the `case` family, as in `config.json`: `SwitchLayersConfig`, switch_layers.py:10.
public struct CaseSwitchLayersConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var hiddenSize: Int
    public var experts: Int
    public var isPacked: Bool

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case experts
        case isPacked = "is_packed"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType, default: "case")
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
        experts = try values.decode(Int.self, forKey: .experts, default: 3)
        isPacked = try values.decode(Bool.self, forKey: .isPacked, default: false)
    }
}

/// `PackedExperts`, switch_layers.py:17.
public final class CasePackedExperts: Module, SwitchLayer {
    @ModuleInfo(key: "gate_up_proj") var gateUpProj: SwitchLinear
    @ModuleInfo(key: "down_proj") var downProj: SwitchLinear

    public init(_ dims: Int, hiddenDims: Int, count: Int) {
        _gateUpProj.wrappedValue = SwitchLinear(dims, 2 * hiddenDims, count, bias: false)
        _downProj.wrappedValue = SwitchLinear(hiddenDims, dims, count, bias: false)
    }

    /// `PackedExperts.__call__`, switch_layers.py:23.
    public func callAsFunction(_ x: MLXArray, indices: MLXArray) -> MLXArray {
        let x = x.expandedDimensions(axes: [-2, -3])
        let parts = split(gateUpProj(x, indices), parts: 2, axis: -1)
        let gate = parts[0]
        let up = parts[1]
        return downProj(silu(gate) * up, indices).squeezed(axis: -2)
    }
}

/// `SwitchLayers`, switch_layers.py:29.
public final class CaseSwitchLayers: Module {
    @ModuleInfo var gate: Linear
    @ModuleInfo var experts: any SwitchLayer

    public init(_ config: CaseSwitchLayersConfiguration) {
        _gate.wrappedValue = Linear(config.hiddenSize, config.experts, bias: false)
        if config.isPacked {
            _experts.wrappedValue = CasePackedExperts(
                config.hiddenSize, hiddenDims: 6, count: config.experts)
        } else {
            _experts.wrappedValue = SwitchGLU(config.hiddenSize, 6, config.experts)
        }
    }

    /// `SwitchLayers.__call__`, switch_layers.py:38.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let gates = softmax(gate(x), axis: -1)
        let indices = argSort(-gates, axis: -1)[.ellipsis, ..<2]
        let scores = takeAlong(gates, indices, axis: -1)
        return sum(experts(x, indices: indices) * scores[.ellipsis, .newAxis], axis: -2)
    }
}
