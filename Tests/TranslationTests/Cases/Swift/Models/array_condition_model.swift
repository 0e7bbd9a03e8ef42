import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ArrayConditionModel`, array_condition_model.py:7.
public final class CaseArrayConditionModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseArrayCondition

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseArrayCondition(config)
    }

    /// `ArrayConditionModel.__call__`, array_condition_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ArrayConditionModel.layers`, array_condition_model.py:16.
    public var layers: [CaseArrayCondition] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
