import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `DictionaryInOrderModel`, dictionary_in_order_model.py:7.
public final class CaseDictionaryInOrderModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseDictionaryInOrder

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseDictionaryInOrder(config)
    }

    /// `DictionaryInOrderModel.__call__`, dictionary_in_order_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `DictionaryInOrderModel.layers`, dictionary_in_order_model.py:16.
    public var layers: [CaseDictionaryInOrder] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
