import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `NumberThenArrayModel`, number_then_array_model.py:7.
public final class CaseNumberThenArrayModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseNumberThenArray

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseNumberThenArray(config)
    }

    /// `NumberThenArrayModel.__call__`, number_then_array_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `NumberThenArrayModel.layers`, number_then_array_model.py:16.
    public var layers: [CaseNumberThenArray] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
