import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `DefaultParameterModel`, default_parameter_model.py:7.
public final class CaseDefaultParameterModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseDefaultParameter

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseDefaultParameter(config)
    }

    /// `DefaultParameterModel.__call__`, default_parameter_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds), scale: block.scale))
    }

    /// `DefaultParameterModel.layers`, default_parameter_model.py:16.
    public var layers: [CaseDefaultParameter] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
