import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `LambdaExpressionModel`, lambda_expression_model.py:7.
public final class CaseLambdaExpressionModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseLambdaExpression

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseLambdaExpression(config)
    }

    /// `LambdaExpressionModel.__call__`, lambda_expression_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `LambdaExpressionModel.layers`, lambda_expression_model.py:16.
    public var layers: [CaseLambdaExpression] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
