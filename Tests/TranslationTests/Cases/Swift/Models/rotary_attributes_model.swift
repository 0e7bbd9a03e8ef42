import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `RotaryAttributesModel`, rotary_attributes_model.py:7.
public final class CaseRotaryAttributesModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseRotaryAttributes

    public init(_ config: CaseConfiguration) throws {
        _block.wrappedValue = try CaseRotaryAttributes(config)
    }

    /// `RotaryAttributesModel.__call__`, rotary_attributes_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `RotaryAttributesModel.layers`, rotary_attributes_model.py:16.
    public var layers: [CaseRotaryAttributes] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
