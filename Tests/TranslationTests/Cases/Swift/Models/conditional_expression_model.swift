import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ConditionalExpressionModel`, conditional_expression_model.py:7.
public final class CaseConditionalExpressionModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseConditionalExpression

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseConditionalExpression(config)
    }

    /// `ConditionalExpressionModel.__call__`, conditional_expression_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ConditionalExpressionModel.layers`, conditional_expression_model.py:16.
    public var layers: [CaseConditionalExpression] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
