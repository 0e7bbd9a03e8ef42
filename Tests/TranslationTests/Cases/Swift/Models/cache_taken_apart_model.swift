import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `CacheTakenApartModel`, cache_taken_apart_model.py:8.
public final class CaseCacheTakenApartModel: Module, GenerativeModel {
    @ModuleInfo var block: CaseCacheTakenApart

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseCacheTakenApart(config)
    }

    /// `CacheTakenApartModel.__call__`, cache_taken_apart_model.py:13.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds), cache: cache![0]))
    }

    /// `CacheTakenApartModel.layers`, cache_taken_apart_model.py:17.
    public var layers: [CaseCacheTakenApart] { [block] }

    /// `CacheTakenApartModel.make_cache`, cache_taken_apart_model.py:20.
    public func makeCache() -> [any KVCache] { [ArraysCache(size: 2)] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
