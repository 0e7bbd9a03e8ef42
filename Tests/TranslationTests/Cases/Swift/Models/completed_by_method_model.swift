import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `CompletedByMethodModel`, completed_by_method_model.py:7.
public final class CaseCompletedByMethodModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseCompletedByMethod

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseCompletedByMethod(config)
    }

    /// `CompletedByMethodModel.__call__`, completed_by_method_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `CompletedByMethodModel.layers`, completed_by_method_model.py:16.
    public var layers: [CaseCompletedByMethod] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
