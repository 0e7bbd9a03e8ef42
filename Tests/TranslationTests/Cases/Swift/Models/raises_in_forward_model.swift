import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `RaisesInForwardModel`, raises_in_forward_model.py:7.
public final class CaseRaisesInForwardModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseRaisesInForward

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseRaisesInForward(config)
    }

    /// `RaisesInForwardModel.__call__`, raises_in_forward_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `RaisesInForwardModel.layers`, raises_in_forward_model.py:16.
    public var layers: [CaseRaisesInForward] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
