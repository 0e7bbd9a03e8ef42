import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ConditionalUpdateModel`, conditional_update_model.py:7.
public final class CaseConditionalUpdateModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseConditionalUpdate

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseConditionalUpdate(config)
    }

    /// `ConditionalUpdateModel.__call__`, conditional_update_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ConditionalUpdateModel.layers`, conditional_update_model.py:16.
    public var layers: [CaseConditionalUpdate] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
