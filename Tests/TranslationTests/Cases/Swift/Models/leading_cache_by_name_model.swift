import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `LeadingCacheByNameModel`, leading_cache_by_name_model.py:7.
public final class CaseLeadingCacheByNameModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseLeadingCacheByName

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseLeadingCacheByName(config)
    }

    /// `LeadingCacheByNameModel.__call__`, leading_cache_by_name_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds), cache: cache))
    }

    /// `LeadingCacheByNameModel.layers`, leading_cache_by_name_model.py:16.
    public var layers: [CaseLeadingCacheByName] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
