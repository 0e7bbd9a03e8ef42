import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `KeywordDefaultModel`, keyword_default_model.py:7.
public final class CaseKeywordDefaultModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseKeywordDefault

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseKeywordDefault(config)
    }

    /// `KeywordDefaultModel.__call__`, keyword_default_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `KeywordDefaultModel.layers`, keyword_default_model.py:16.
    public var layers: [CaseKeywordDefault] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
