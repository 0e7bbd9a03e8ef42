import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `AttributesOfOneSpellingModel`, attributes_of_one_spelling_model.py:7.
public final class CaseAttributesOfOneSpellingModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseAttributesOfOneSpelling

    public init(_ config: CaseSpelledConfiguration) {
        _block.wrappedValue = CaseAttributesOfOneSpelling(config)
    }

    /// `AttributesOfOneSpellingModel.__call__`, attributes_of_one_spelling_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `AttributesOfOneSpellingModel.layers`, attributes_of_one_spelling_model.py:16.
    public var layers: [CaseAttributesOfOneSpelling] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
