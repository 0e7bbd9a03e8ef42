import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `FunctionAttributeModel`, function_attribute_model.py:7.
public final class CaseFunctionAttributeModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseFunctionAttribute

    public init(_ config: CaseConfiguration) throws {
        _block.wrappedValue = try CaseFunctionAttribute(config)
    }

    /// `FunctionAttributeModel.__call__`, function_attribute_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `FunctionAttributeModel.layers`, function_attribute_model.py:16.
    public var layers: [CaseFunctionAttribute] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
