import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ConfigurationMethodModel`, configuration_method_model.py:7.
public final class CaseConfigurationMethodModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseConfigurationMethod

    public init(_ config: CaseLayersConfiguration) throws {
        _block.wrappedValue = try CaseConfigurationMethod(config)
    }

    /// `ConfigurationMethodModel.__call__`, configuration_method_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ConfigurationMethodModel.layers`, configuration_method_model.py:16.
    public var layers: [CaseConfigurationMethod] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
