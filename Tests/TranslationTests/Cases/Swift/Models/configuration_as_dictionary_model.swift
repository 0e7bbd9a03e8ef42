import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ConfigurationAsDictionaryModel`, configuration_as_dictionary_model.py:7.
public final class CaseConfigurationAsDictionaryModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseConfigurationAsDictionary

    public init(_ config: CaseEntriesOfPartConfiguration) {
        _block.wrappedValue = CaseConfigurationAsDictionary(config)
    }

    /// `ConfigurationAsDictionaryModel.__call__`, configuration_as_dictionary_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ConfigurationAsDictionaryModel.layers`, configuration_as_dictionary_model.py:16.
    public var layers: [CaseConfigurationAsDictionary] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
