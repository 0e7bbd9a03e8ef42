import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `PrintCallModel`, print_call_model.py:7.
public final class CasePrintCallModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CasePrintCall

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CasePrintCall(config)
    }

    /// `PrintCallModel.__call__`, print_call_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `PrintCallModel.layers`, print_call_model.py:16.
    public var layers: [CasePrintCall] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
