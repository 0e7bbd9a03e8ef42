import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `FilledInOrderModel`, filled_in_order_model.py:7.
public final class CaseFilledInOrderModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseFilledInOrder

    public init(_ config: CaseFilledInOrderConfiguration) throws {
        _block.wrappedValue = try CaseFilledInOrder(config)
    }

    /// `FilledInOrderModel.__call__`, filled_in_order_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `FilledInOrderModel.layers`, filled_in_order_model.py:16.
    public var layers: [CaseFilledInOrder] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
