import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `IdleCallModel`, idle_call_model.py:7.
public final class CaseIdleCallModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseIdleCall

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseIdleCall(config)
    }

    /// `IdleCallModel.__call__`, idle_call_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `IdleCallModel.layers`, idle_call_model.py:16.
    public var layers: [CaseIdleCall] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
