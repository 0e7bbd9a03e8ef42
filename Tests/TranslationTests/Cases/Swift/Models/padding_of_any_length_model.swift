import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `PaddingOfAnyLengthModel`, padding_of_any_length_model.py:7.
public final class CasePaddingOfAnyLengthModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CasePaddingOfAnyLength

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CasePaddingOfAnyLength(config)
    }

    /// `PaddingOfAnyLengthModel.__call__`, padding_of_any_length_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `PaddingOfAnyLengthModel.layers`, padding_of_any_length_model.py:16.
    public var layers: [CasePaddingOfAnyLength] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
