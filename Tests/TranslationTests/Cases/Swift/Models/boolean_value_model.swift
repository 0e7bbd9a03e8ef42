import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `BooleanValueModel`, boolean_value_model.py:7.
public final class CaseBooleanValueModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseBooleanValue

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseBooleanValue(config)
    }

    /// `BooleanValueModel.__call__`, boolean_value_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `BooleanValueModel.layers`, boolean_value_model.py:16.
    public var layers: [CaseBooleanValue] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
