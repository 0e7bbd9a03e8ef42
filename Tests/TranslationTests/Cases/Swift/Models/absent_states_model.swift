import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `AbsentStatesModel`, absent_states_model.py:8.
public final class CaseAbsentStatesModel: Module, GenerativeModel {
    @ModuleInfo var block: CaseAbsentStates

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseAbsentStates(config)
    }

    /// `AbsentStatesModel.__call__`, absent_states_model.py:13.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds), cache: cache![0]))
    }

    /// `AbsentStatesModel.layers`, absent_states_model.py:17.
    public var layers: [CaseAbsentStates] { [block] }

    /// `AbsentStatesModel.make_cache`, absent_states_model.py:20.
    public func makeCache() -> [any KVCache] { [ArraysCache(size: 2)] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
