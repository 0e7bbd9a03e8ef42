import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `MatchStatementModel`, match_statement_model.py:7.
public final class CaseMatchStatementModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseMatchStatement

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseMatchStatement(config)
    }

    /// `MatchStatementModel.__call__`, match_statement_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `MatchStatementModel.layers`, match_statement_model.py:16.
    public var layers: [CaseMatchStatement] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
