import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `MethodCallModel`, method_call_model.py:7.
public final class CaseMethodCallModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseMethodCall

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseMethodCall(config)
    }

    /// `MethodCallModel.__call__`, method_call_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `MethodCallModel.layers`, method_call_model.py:16.
    public var layers: [CaseMethodCall] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
