import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `DeleteStatementModel`, delete_statement_model.py:7.
public final class CaseDeleteStatementModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseDeleteStatement

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseDeleteStatement(config)
    }

    /// `DeleteStatementModel.__call__`, delete_statement_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `DeleteStatementModel.layers`, delete_statement_model.py:16.
    public var layers: [CaseDeleteStatement] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
