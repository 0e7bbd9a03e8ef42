import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `CacheOfLastLayerModel`, cache_of_last_layer_model.py:7.
public final class CaseCacheOfLastLayerModel: Module, GenerativeModel {
    @ModuleInfo var block: CaseCacheOfLastLayer

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseCacheOfLastLayer(config)
    }

    /// `CacheOfLastLayerModel.__call__`, cache_of_last_layer_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds), cache: cache))
    }

    /// `CacheOfLastLayerModel.layers`, cache_of_last_layer_model.py:16.
    public var layers: [CaseCacheOfLastLayer] { [block] }

    /// `CacheOfLastLayerModel.make_cache`, cache_of_last_layer_model.py:19.
    public func makeCache() -> [any KVCache] { block.makeCache() }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
