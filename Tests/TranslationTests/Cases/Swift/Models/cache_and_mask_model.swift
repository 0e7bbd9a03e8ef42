import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `CacheAndMaskModel`, cache_and_mask_model.py:7.
public final class CaseCacheAndMaskModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseCacheAndMask

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseCacheAndMask(config)
    }

    /// `CacheAndMaskModel.__call__`, cache_and_mask_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds), cache: cache![0]))
    }

    /// `CacheAndMaskModel.layers`, cache_and_mask_model.py:16.
    public var layers: [CaseCacheAndMask] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
