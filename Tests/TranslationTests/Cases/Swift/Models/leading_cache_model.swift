import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `LeadingCacheModel`, leading_cache_model.py:7.
public final class CaseLeadingCacheModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseLeadingCache

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseLeadingCache(config)
    }

    /// `LeadingCacheModel.__call__`, leading_cache_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds), cache: cache))
    }

    /// `LeadingCacheModel.layers`, leading_cache_model.py:16.
    public var layers: [CaseLeadingCache] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
