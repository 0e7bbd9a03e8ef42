import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `QuantizationRuleModel`, quantization_rule_model.py:7.
public final class CaseQuantizationRuleModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseQuantizationRule

    public init(_ config: CaseRuleConfiguration) {
        _block.wrappedValue = CaseQuantizationRule(config)
    }

    /// `QuantizationRuleModel.__call__`, quantization_rule_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `QuantizationRuleModel.layers`, quantization_rule_model.py:16.
    public var layers: [CaseQuantizationRule] { [block] }

    /// `QuantizationRuleModel.quant_predicate`, quantization_rule_model.py:20.
    public func quantizationRule(_ path: String, module: Module) -> QuantizationRule {
        block.quantizationRule(path, module: module)
    }

    /// `QuantizationRuleModel.cast_predicate`, quantization_rule_model.py:24.
    public func shouldCast(_ path: String) -> Bool { block.shouldCast(path) }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
