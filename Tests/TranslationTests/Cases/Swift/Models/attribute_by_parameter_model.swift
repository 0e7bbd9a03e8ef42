import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `AttributeByParameterModel`, attribute_by_parameter_model.py:7.
public final class CaseAttributeByParameterModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseAttributeByParameter

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseAttributeByParameter(config)
    }

    /// `AttributeByParameterModel.__call__`, attribute_by_parameter_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `AttributeByParameterModel.layers`, attribute_by_parameter_model.py:16.
    public var layers: [CaseAttributeByParameter] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
