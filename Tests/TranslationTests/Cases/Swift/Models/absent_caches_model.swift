import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `AbsentCachesModel`, absent_caches_model.py:7.
public final class CaseAbsentCachesModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseAbsentCaches

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseAbsentCaches(config)
    }

    /// `AbsentCachesModel.__call__`, absent_caches_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds), cache: cache![0]))
    }

    /// `AbsentCachesModel.layers`, absent_caches_model.py:16.
    public var layers: [CaseAbsentCaches] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
