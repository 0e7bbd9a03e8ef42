import MLX
import MLXNN
import ModelRuntime

/// `RuleOfAnother`, quantization_rule_of_another.py:28.
public final class CaseRuleOfAnother: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `RuleOfAnother.__call__`, quantization_rule_of_another.py:33.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) }

    /// `RuleOfAnother.quant_predicate`, quantization_rule_of_another.py:15.
    public func quantizationRule(_ path: String, module: Module) -> QuantizationRule {
        path.hasSuffix("gate") ? .packed(groupSize: 32, bits: 8, mode: .mxfp8) : .general
    }

    /// `RuleOfAnother.cast_predicate`, quantization_rule_of_another.py:21.
    public func shouldCast(_ path: String) -> Bool { !path.contains("expert_bias") }
}
