import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `OwnCacheModel`, own_cache_model.py:7.
public final class CaseOwnCacheModel: Module, GenerativeModel {
    @ModuleInfo var block: CaseOwnCache

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseOwnCache(config)
    }

    /// `OwnCacheModel.__call__`, own_cache_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds), cache: cache))
    }

    /// `OwnCacheModel.layers`, own_cache_model.py:16.
    public var layers: [CaseOwnCache] { [block] }

    /// `OwnCacheModel.make_cache`, own_cache_model.py:19.
    public func makeCache() -> [any KVCache] { block.makeCache() }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
