import MLX
import MLXNN
import ModelRuntime
import ModelShared

/// Configuration of the `case` family, as in `config.json`: `RuleConfig`, quantization_rule.py:8.
public struct CaseRuleConfiguration: Codable, Sendable {
    public var hiddenSize: Int
    public var useMoe: Bool
    public var numExperts: Int
    public var keepHead: Bool

    enum CodingKeys: String, CodingKey {
        case hiddenSize = "hidden_size"
        case useMoe = "use_moe"
        case numExperts = "num_experts"
        case keepHead = "keep_head"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize)
        useMoe = try values.decode(Bool.self, forKey: .useMoe, default: true)
        numExperts = try values.decode(Int.self, forKey: .numExperts, default: 2)
        keepHead = try values.decode(Bool.self, forKey: .keepHead, default: false)
    }
}

/// `QuantizationRule`, quantization_rule.py:15.
public final class CaseQuantizationRule: Module {
    let config: CaseRuleConfiguration
    @ModuleInfo var router: Linear
    @ParameterInfo var scale: MLXArray

    public init(_ config: CaseRuleConfiguration) {
        self.config = config
        _router.wrappedValue = Linear(4, 4)
        _scale.wrappedValue = MLXArray.ones([4])
    }

    /// `QuantizationRule.__call__`, quantization_rule.py:22.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { router(x) * scale }

    /// `QuantizationRule.quant_predicate`, quantization_rule.py:26.
    public func quantizationRule(_ path: String, module: Module) -> QuantizationRule {
        if config.numExperts <= 0 { return .general }
        let keepsHead = config.keepHead && config.numExperts > 1
        if config.useMoe, ["router", "mlp.gate"].contains(where: path.hasSuffix) {
            return .packed(groupSize: 64, bits: 8)
        }
        if ["hc", "index"].contains(where: { path.contains($0) }) { return .plain }
        if ["lm_head", "embed"].contains(path), keepsHead { return .plain }
        if path.contains("expert") { return .packed(bits: 4, mode: .affine) }
        if path.hasPrefix("norm") {
            return QuantizationRule(isPacked: !path.hasSuffix("weight"))
        }
        return .general
    }

    /// `QuantizationRule.cast_predicate`, quantization_rule.py:48.
    public func shouldCast(_ path: String) -> Bool {
        let keep = ("bias", "A_log")
        return ![keep.0, keep.1].contains(where: { path.contains($0) })
    }
}
