import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `KeywordArgumentsModel`, keyword_arguments_model.py:7.
public final class CaseKeywordArgumentsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseKeywordArguments

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseKeywordArguments(config)
    }

    /// `KeywordArgumentsModel.__call__`, keyword_arguments_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `KeywordArgumentsModel.layers`, keyword_arguments_model.py:16.
    public var layers: [CaseKeywordArguments] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
