import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `MixedDictionaryModel`, mixed_dictionary_model.py:7.
public final class CaseMixedDictionaryModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseMixedDictionary

    public init(_ config: CaseMixedConfiguration) {
        _block.wrappedValue = CaseMixedDictionary(config)
    }

    /// `MixedDictionaryModel.__call__`, mixed_dictionary_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `MixedDictionaryModel.layers`, mixed_dictionary_model.py:16.
    public var layers: [CaseMixedDictionary] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
