import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `OptionalAttributeModel`, optional_attribute_model.py:7.
public final class CaseOptionalAttributeModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseOptionalAttribute

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseOptionalAttribute(config)
    }

    /// `OptionalAttributeModel.__call__`, optional_attribute_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `OptionalAttributeModel.layers`, optional_attribute_model.py:16.
    public var layers: [CaseOptionalAttribute] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
