import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `OptionalFunctionAttributeModel`, optional_function_attribute_model.py:7.
public final class CaseOptionalFunctionAttributeModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseOptionalFunctionAttribute

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseOptionalFunctionAttribute(config)
    }

    /// `OptionalFunctionAttributeModel.__call__`, optional_function_attribute_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `OptionalFunctionAttributeModel.layers`, optional_function_attribute_model.py:16.
    public var layers: [CaseOptionalFunctionAttribute] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
