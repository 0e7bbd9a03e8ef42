import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `RuleByModuleModel`, quantization_rule_by_module_model.py:7.
public final class CaseRuleByModuleModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseRuleByModule

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseRuleByModule(config)
    }

    /// `RuleByModuleModel.__call__`, quantization_rule_by_module_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `RuleByModuleModel.layers`, quantization_rule_by_module_model.py:16.
    public var layers: [CaseRuleByModule] { [block] }

    /// `RuleByModuleModel.quant_predicate`, quantization_rule_by_module_model.py:20.
    public func quantizationRule(_ path: String, module: Module) -> QuantizationRule {
        block.quantizationRule(path, module: module)
    }

    /// `RuleByModuleModel.cast_predicate`, quantization_rule_by_module_model.py:24.
    public func shouldCast(_ path: String) -> Bool { block.shouldCast(path) }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
