import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `CacheByAttributeModel`, cache_by_attribute_model.py:7.
public final class CaseCacheByAttributeModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseCacheByAttribute

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseCacheByAttribute(config)
    }

    /// `CacheByAttributeModel.__call__`, cache_by_attribute_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds), cache: cache))
    }

    /// `CacheByAttributeModel.layers`, cache_by_attribute_model.py:16.
    public var layers: [CaseCacheByAttribute] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
