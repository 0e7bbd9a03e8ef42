import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `StateOrNoneModel`, state_or_none_model.py:7.
public final class CaseStateOrNoneModel: Module, GenerativeModel {
    @ModuleInfo var block: CaseStateOrNone

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseStateOrNone(config)
    }

    /// `StateOrNoneModel.__call__`, state_or_none_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds), cache: cache?[0]))
    }

    /// `StateOrNoneModel.layers`, state_or_none_model.py:16.
    public var layers: [CaseStateOrNone] { [block] }

    /// `StateOrNoneModel.make_cache`, state_or_none_model.py:19.
    public func makeCache() -> [any KVCache] { block.makeCache() }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
