import MLX
import MLXNN
import ModelRuntime

/// `RuleByModule`, quantization_rule_by_module.py:6.
public final class CaseRuleByModule: Module {
    @ModuleInfo var proj: Linear
    @ModuleInfo var norm: RMSNorm

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
        _norm.wrappedValue = RMSNorm(dimensions: 4)
    }

    /// `RuleByModule.__call__`, quantization_rule_by_module.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { norm(proj(x)) }

    /// `RuleByModule.quant_predicate`, quantization_rule_by_module.py:16.
    public func quantizationRule(_ path: String, module: Module) -> QuantizationRule {
        if !(module is any Quantizable) { return .plain }
        if path.contains("router") { return .packed(groupSize: 64, bits: 8) }
        return QuantizationRule(isPacked: module is Linear)
    }

    /// `RuleByModule.cast_predicate`, quantization_rule_by_module.py:27.
    public func shouldCast(_ path: String) -> Bool {
        ![".sinks", "_alpha"].contains(where: path.hasSuffix)
    }
}
