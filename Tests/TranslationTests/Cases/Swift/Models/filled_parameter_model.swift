import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `FilledParameterModel`, filled_parameter_model.py:7.
public final class CaseFilledParameterModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseFilledParameter

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseFilledParameter(config)
    }

    /// `FilledParameterModel.__call__`, filled_parameter_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `FilledParameterModel.layers`, filled_parameter_model.py:16.
    public var layers: [CaseFilledParameter] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
