import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `HiddenAttributeModel`, hidden_attribute_model.py:7.
public final class CaseHiddenAttributeModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseHiddenAttribute

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseHiddenAttribute(config)
    }

    /// `HiddenAttributeModel.__call__`, hidden_attribute_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `HiddenAttributeModel.layers`, hidden_attribute_model.py:16.
    public var layers: [CaseHiddenAttribute] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
