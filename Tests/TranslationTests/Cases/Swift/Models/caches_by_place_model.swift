import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `CachesByPlaceModel`, caches_by_place_model.py:7.
public final class CaseCachesByPlaceModel: Module, GenerativeModel {
    @ModuleInfo var block: CaseCachesByPlace

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseCachesByPlace(config)
    }

    /// `CachesByPlaceModel.__call__`, caches_by_place_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds), cache: cache))
    }

    /// `CachesByPlaceModel.layers`, caches_by_place_model.py:16.
    public var layers: [CaseCachesByPlace] { [block] }

    /// `CachesByPlaceModel.make_cache`, caches_by_place_model.py:19.
    public func makeCache() -> [any KVCache] { block.makeCache() }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
