import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `PartsOfResultModel`, parts_of_result_model.py:8.
public final class CasePartsOfResultModel: Module, GenerativeModel {
    @ModuleInfo var block: CasePartsOfResult

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CasePartsOfResult(config)
    }

    /// `PartsOfResultModel.__call__`, parts_of_result_model.py:13.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds), cache: cache![0]))
    }

    /// `PartsOfResultModel.layers`, parts_of_result_model.py:17.
    public var layers: [CasePartsOfResult] { [block] }

    /// `PartsOfResultModel.make_cache`, parts_of_result_model.py:20.
    public func makeCache() -> [any KVCache] {
        [CacheList(KVCacheSimple(), ArraysCache(size: 2))]
    }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
