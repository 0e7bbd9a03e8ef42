import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `AttributeFromOutsideModel`, attribute_from_outside_model.py:7.
public final class CaseAttributeFromOutsideModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseAttributeFromOutside

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseAttributeFromOutside(config)
    }

    /// `AttributeFromOutsideModel.__call__`, attribute_from_outside_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `AttributeFromOutsideModel.layers`, attribute_from_outside_model.py:16.
    public var layers: [CaseAttributeFromOutside] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
