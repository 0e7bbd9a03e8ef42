import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `StatesOfCacheModel`, states_of_cache_model.py:8.
public final class CaseStatesOfCacheModel: Module, GenerativeModel {
    @ModuleInfo var block: CaseStatesOfCache

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseStatesOfCache(config)
    }

    /// `StatesOfCacheModel.__call__`, states_of_cache_model.py:13.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds), cache: cache![0]))
    }

    /// `StatesOfCacheModel.layers`, states_of_cache_model.py:17.
    public var layers: [CaseStatesOfCache] { [block] }

    /// `StatesOfCacheModel.make_cache`, states_of_cache_model.py:20.
    public func makeCache() -> [any KVCache] { [ArraysCache(size: 3)] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
