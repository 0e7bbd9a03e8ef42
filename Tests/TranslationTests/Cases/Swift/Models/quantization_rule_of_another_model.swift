import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `RuleOfAnotherModel`, quantization_rule_of_another_model.py:7.
public final class CaseRuleOfAnotherModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseRuleOfAnother

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseRuleOfAnother(config)
    }

    /// `RuleOfAnotherModel.__call__`, quantization_rule_of_another_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `RuleOfAnotherModel.layers`, quantization_rule_of_another_model.py:16.
    public var layers: [CaseRuleOfAnother] { [block] }

    /// `RuleOfAnotherModel.quant_predicate`, quantization_rule_of_another_model.py:20.
    public func quantizationRule(_ path: String, module: Module) -> QuantizationRule {
        block.quantizationRule(path, module: module)
    }

    /// `RuleOfAnotherModel.cast_predicate`, quantization_rule_of_another_model.py:24.
    public func shouldCast(_ path: String) -> Bool { block.shouldCast(path) }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
