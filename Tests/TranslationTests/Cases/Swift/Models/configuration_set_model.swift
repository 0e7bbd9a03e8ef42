import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ConfigurationSetModel`, configuration_set_model.py:7.
public final class CaseConfigurationSetModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseConfigurationSet

    public init(_ config: CaseSetWholeConfiguration) throws {
        _block.wrappedValue = try CaseConfigurationSet(config)
    }

    /// `ConfigurationSetModel.__call__`, configuration_set_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ConfigurationSetModel.layers`, configuration_set_model.py:16.
    public var layers: [CaseConfigurationSet] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
