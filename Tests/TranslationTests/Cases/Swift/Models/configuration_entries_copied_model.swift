import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ConfigurationEntriesCopiedModel`, configuration_entries_copied_model.py:7.
public final class CaseConfigurationEntriesCopiedModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseConfigurationEntriesCopied

    public init(_ config: CaseCopiedConfiguration) throws {
        _block.wrappedValue = try CaseConfigurationEntriesCopied(config)
    }

    /// `ConfigurationEntriesCopiedModel.__call__`, configuration_entries_copied_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ConfigurationEntriesCopiedModel.layers`, configuration_entries_copied_model.py:16.
    public var layers: [CaseConfigurationEntriesCopied] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
