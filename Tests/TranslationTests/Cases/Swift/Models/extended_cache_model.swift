import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ExtendedCacheModel`, extended_cache_model.py:7.
public final class CaseExtendedCacheModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseExtendedCache

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseExtendedCache(config)
    }

    /// `ExtendedCacheModel.__call__`, extended_cache_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ExtendedCacheModel.layers`, extended_cache_model.py:16.
    public var layers: [CaseExtendedCache] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
