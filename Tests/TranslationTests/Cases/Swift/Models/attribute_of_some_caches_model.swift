import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `AttributeOfSomeCachesModel`, attribute_of_some_caches_model.py:7.
public final class CaseAttributeOfSomeCachesModel: Module, GenerativeModel {
    @ModuleInfo var block: CaseAttributeOfSomeCaches

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseAttributeOfSomeCaches(config)
    }

    /// `AttributeOfSomeCachesModel.__call__`, attribute_of_some_caches_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds), cache: cache))
    }

    /// `AttributeOfSomeCachesModel.layers`, attribute_of_some_caches_model.py:16.
    public var layers: [CaseAttributeOfSomeCaches] { [block] }

    /// `AttributeOfSomeCachesModel.make_cache`, attribute_of_some_caches_model.py:19.
    public func makeCache() -> [any KVCache] { block.makeCache() }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
