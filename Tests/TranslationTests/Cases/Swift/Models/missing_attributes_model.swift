import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `MissingAttributesModel`, missing_attributes_model.py:7.
public final class CaseMissingAttributesModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseMissingAttributes

    public init(_ config: CaseConfiguration) throws {
        _block.wrappedValue = try CaseMissingAttributes(config)
    }

    /// `MissingAttributesModel.__call__`, missing_attributes_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `MissingAttributesModel.layers`, missing_attributes_model.py:16.
    public var layers: [CaseMissingAttributes] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
