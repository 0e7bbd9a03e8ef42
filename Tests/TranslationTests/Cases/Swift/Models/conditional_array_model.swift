import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ConditionalArrayModel`, conditional_array_model.py:7.
public final class CaseConditionalArrayModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseConditionalArray

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseConditionalArray(config)
    }

    /// `ConditionalArrayModel.__call__`, conditional_array_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ConditionalArrayModel.layers`, conditional_array_model.py:16.
    public var layers: [CaseConditionalArray] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
