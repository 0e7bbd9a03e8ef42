import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `AbsentCachesModel`, absent_caches_model.py:8.
public final class CaseAbsentCachesModel: Module, GenerativeModel {
    @ModuleInfo var block: CaseAbsentCaches

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseAbsentCaches(config)
    }

    /// `AbsentCachesModel.__call__`, absent_caches_model.py:13.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds), cache: cache![0]))
    }

    /// `AbsentCachesModel.layers`, absent_caches_model.py:17.
    public var layers: [CaseAbsentCaches] { [block] }

    /// `AbsentCachesModel.make_cache`, absent_caches_model.py:20.
    public func makeCache() -> [any KVCache] {
        [CacheList(KVCacheSimple(), KVCacheSimple())]
    }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
