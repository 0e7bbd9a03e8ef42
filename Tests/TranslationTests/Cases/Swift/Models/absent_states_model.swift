import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `AbsentStatesModel`, absent_states_model.py:7.
public final class CaseAbsentStatesModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseAbsentStates

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseAbsentStates(config)
    }

    /// `AbsentStatesModel.__call__`, absent_states_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds), cache: cache![0]))
    }

    /// `AbsentStatesModel.layers`, absent_states_model.py:16.
    public var layers: [CaseAbsentStates] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
