import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `JsonInForwardModel`, json_in_forward_model.py:7.
public final class CaseJsonInForwardModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseJsonInForward

    public init(_ config: CaseScalesConfiguration) {
        _block.wrappedValue = CaseJsonInForward(config)
    }

    /// `JsonInForwardModel.__call__`, json_in_forward_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `JsonInForwardModel.layers`, json_in_forward_model.py:16.
    public var layers: [CaseJsonInForward] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
