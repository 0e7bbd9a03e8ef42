import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `FirstOfCachesModel`, first_of_caches_model.py:7.
public final class CaseFirstOfCachesModel: Module, GenerativeModel {
    @ModuleInfo var block: CaseFirstOfCaches

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseFirstOfCaches(config)
    }

    /// `FirstOfCachesModel.__call__`, first_of_caches_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds), cache: cache))
    }

    /// `FirstOfCachesModel.layers`, first_of_caches_model.py:16.
    public var layers: [CaseFirstOfCaches] { [block] }

    /// `FirstOfCachesModel.make_cache`, first_of_caches_model.py:19.
    public func makeCache() -> [any KVCache] { block.makeCache() }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
