import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `QuotedTextModel`, quoted_text_model.py:7.
public final class CaseQuotedTextModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseQuotedText

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseQuotedText(config)
    }

    /// `QuotedTextModel.__call__`, quoted_text_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `QuotedTextModel.layers`, quoted_text_model.py:16.
    public var layers: [CaseQuotedText] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
