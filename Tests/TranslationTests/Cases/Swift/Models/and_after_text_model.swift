import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `AndAfterTextModel`, and_after_text_model.py:7.
public final class CaseAndAfterTextModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseAndAfterText

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseAndAfterText(config)
    }

    /// `AndAfterTextModel.__call__`, and_after_text_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `AndAfterTextModel.layers`, and_after_text_model.py:16.
    public var layers: [CaseAndAfterText] { [block] }

    /// `AndAfterTextModel.sanitize`, and_after_text_model.py:19.
    public func sanitize(_ weights: OrderedWeights) -> OrderedWeights {
        block.sanitize(weights)
    }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
