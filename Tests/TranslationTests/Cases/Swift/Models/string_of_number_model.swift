import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `StringOfNumberModel`, string_of_number_model.py:7.
public final class CaseStringOfNumberModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseStringOfNumber

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseStringOfNumber(config)
    }

    /// `StringOfNumberModel.__call__`, string_of_number_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `StringOfNumberModel.layers`, string_of_number_model.py:16.
    public var layers: [CaseStringOfNumber] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
