import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ConfigurationEntriesModel`, configuration_entries_model.py:7.
public final class CaseConfigurationEntriesModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseConfigurationEntries

    public init(_ config: CaseEntriesConfiguration) {
        _block.wrappedValue = CaseConfigurationEntries(config)
    }

    /// `ConfigurationEntriesModel.__call__`, configuration_entries_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ConfigurationEntriesModel.layers`, configuration_entries_model.py:16.
    public var layers: [CaseConfigurationEntries] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
