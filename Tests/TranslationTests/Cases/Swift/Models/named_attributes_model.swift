import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `NamedAttributesModel`, named_attributes_model.py:7.
public final class CaseNamedAttributesModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseNamedAttributes

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseNamedAttributes(config)
    }

    /// `NamedAttributesModel.__call__`, named_attributes_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `NamedAttributesModel.layers`, named_attributes_model.py:16.
    public var layers: [CaseNamedAttributes] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
