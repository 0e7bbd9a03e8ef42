import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `DictionaryComprehensionModel`, dictionary_comprehension_model.py:7.
public final class CaseDictionaryComprehensionModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseDictionaryComprehension

    public init(_ config: CaseOptionsConfiguration) throws {
        _block.wrappedValue = try CaseDictionaryComprehension(config)
    }

    /// `DictionaryComprehensionModel.__call__`, dictionary_comprehension_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `DictionaryComprehensionModel.layers`, dictionary_comprehension_model.py:16.
    public var layers: [CaseDictionaryComprehension] { [block] }

    /// `DictionaryComprehensionModel.sanitize`, dictionary_comprehension_model.py:19.
    public func sanitize(_ weights: OrderedWeights) -> OrderedWeights {
        block.sanitize(weights)
    }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
