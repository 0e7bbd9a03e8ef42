import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `KeywordRestModel`, keyword_rest_model.py:7.
public final class CaseKeywordRestModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseKeywordRest

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseKeywordRest(config)
    }

    /// `KeywordRestModel.__call__`, keyword_rest_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `KeywordRestModel.layers`, keyword_rest_model.py:16.
    public var layers: [CaseKeywordRest] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
