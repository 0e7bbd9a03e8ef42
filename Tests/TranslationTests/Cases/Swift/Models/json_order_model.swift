import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `JsonOrderModel`, json_order_model.py:7.
public final class CaseJsonOrderModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseJsonOrder

    public init(_ config: CaseConfiguration) throws {
        _block.wrappedValue = try CaseJsonOrder(config)
    }

    /// `JsonOrderModel.__call__`, json_order_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `JsonOrderModel.layers`, json_order_model.py:16.
    public var layers: [CaseJsonOrder] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
