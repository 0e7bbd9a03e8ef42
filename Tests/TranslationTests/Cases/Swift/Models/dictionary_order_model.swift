import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `DictionaryOrderModel`, dictionary_order_model.py:7.
public final class CaseDictionaryOrderModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseDictionaryOrder

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseDictionaryOrder(config)
    }

    /// `DictionaryOrderModel.__call__`, dictionary_order_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `DictionaryOrderModel.layers`, dictionary_order_model.py:16.
    public var layers: [CaseDictionaryOrder] { [block] }

    /// `DictionaryOrderModel.sanitize`, dictionary_order_model.py:19.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        try block.sanitize(weights)
    }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
