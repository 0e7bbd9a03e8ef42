import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ConditionalComprehensionModel`, conditional_comprehension_model.py:7.
public final class CaseConditionalComprehensionModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseConditionalComprehension

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseConditionalComprehension(config)
    }

    /// `ConditionalComprehensionModel.__call__`, conditional_comprehension_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ConditionalComprehensionModel.layers`, conditional_comprehension_model.py:16.
    public var layers: [CaseConditionalComprehension] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
