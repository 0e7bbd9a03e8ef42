import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `LeadingChoiceModel`, leading_choice_model.py:7.
public final class CaseLeadingChoiceModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseLeadingChoice

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseLeadingChoice(config)
    }

    /// `LeadingChoiceModel.__call__`, leading_choice_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds), cache: cache))
    }

    /// `LeadingChoiceModel.layers`, leading_choice_model.py:16.
    public var layers: [CaseLeadingChoice] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
