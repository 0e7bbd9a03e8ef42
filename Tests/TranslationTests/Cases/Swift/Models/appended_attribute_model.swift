import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `AppendedAttributeModel`, appended_attribute_model.py:7.
public final class CaseAppendedAttributeModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseAppendedAttribute

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseAppendedAttribute(config)
    }

    /// `AppendedAttributeModel.__call__`, appended_attribute_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `AppendedAttributeModel.layers`, appended_attribute_model.py:16.
    public var layers: [CaseAppendedAttribute] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
