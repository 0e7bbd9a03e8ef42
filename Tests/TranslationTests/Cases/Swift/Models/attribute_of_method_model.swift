import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `AttributeOfMethodModel`, attribute_of_method_model.py:7.
public final class CaseAttributeOfMethodModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseAttributeOfMethod

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseAttributeOfMethod(config)
    }

    /// `AttributeOfMethodModel.__call__`, attribute_of_method_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `AttributeOfMethodModel.layers`, attribute_of_method_model.py:16.
    public var layers: [CaseAttributeOfMethod] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
