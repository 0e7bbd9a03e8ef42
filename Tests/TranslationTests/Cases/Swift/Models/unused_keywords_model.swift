import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `UnusedKeywordsModel`, unused_keywords_model.py:7.
public final class CaseUnusedKeywordsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseUnusedKeywords

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseUnusedKeywords(config)
    }

    /// `UnusedKeywordsModel.__call__`, unused_keywords_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `UnusedKeywordsModel.layers`, unused_keywords_model.py:16.
    public var layers: [CaseUnusedKeywords] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
