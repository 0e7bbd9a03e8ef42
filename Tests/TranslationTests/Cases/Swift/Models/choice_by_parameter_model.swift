import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ChoiceByParameterModel`, choice_by_parameter_model.py:7.
public final class CaseChoiceByParameterModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseChoiceByParameter

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseChoiceByParameter(config)
    }

    /// `ChoiceByParameterModel.__call__`, choice_by_parameter_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ChoiceByParameterModel.layers`, choice_by_parameter_model.py:16.
    public var layers: [CaseChoiceByParameter] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
