import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `OwnCacheOfAnotherModel`, own_cache_of_another_model.py:7.
public final class CaseOwnCacheOfAnotherModel: Module, GenerativeModel {
    @ModuleInfo var block: CaseOwnCacheOfAnother

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseOwnCacheOfAnother(config)
    }

    /// `OwnCacheOfAnotherModel.__call__`, own_cache_of_another_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds), cache: cache))
    }

    /// `OwnCacheOfAnotherModel.layers`, own_cache_of_another_model.py:16.
    public var layers: [CaseOwnCacheOfAnother] { [block] }

    /// `OwnCacheOfAnotherModel.make_cache`, own_cache_of_another_model.py:19.
    public func makeCache() -> [any KVCache] { block.makeCache() }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
