import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ConstantConditionModel`, constant_condition_model.py:7.
public final class CaseConstantConditionModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseConstantCondition

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseConstantCondition(config)
    }

    /// `ConstantConditionModel.__call__`, constant_condition_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ConstantConditionModel.layers`, constant_condition_model.py:16.
    public var layers: [CaseConstantCondition] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
