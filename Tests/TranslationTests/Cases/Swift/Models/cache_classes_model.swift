import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `CacheClassesModel`, cache_classes_model.py:7.
public final class CaseCacheClassesModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseCacheClasses

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseCacheClasses(config)
    }

    /// `CacheClassesModel.__call__`, cache_classes_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds), cache: cache![0]))
    }

    /// `CacheClassesModel.layers`, cache_classes_model.py:16.
    public var layers: [CaseCacheClasses] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
