import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `RefusedCallModel`, refused_call_model.py:7.
public final class CaseRefusedCallModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseRefusedCall

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseRefusedCall(config)
    }

    /// `RefusedCallModel.__call__`, refused_call_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `RefusedCallModel.layers`, refused_call_model.py:16.
    public var layers: [CaseRefusedCall] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
