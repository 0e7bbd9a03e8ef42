import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `KeywordsWithoutNoneModel`, keywords_without_none_model.py:7.
public final class CaseKeywordsWithoutNoneModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseKeywordsWithoutNone

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseKeywordsWithoutNone(config)
    }

    /// `KeywordsWithoutNoneModel.__call__`, keywords_without_none_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `KeywordsWithoutNoneModel.layers`, keywords_without_none_model.py:16.
    public var layers: [CaseKeywordsWithoutNone] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
