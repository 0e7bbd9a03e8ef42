import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ConfigurationOrDictModel`, configuration_or_dict_model.py:7.
public final class CaseConfigurationOrDictModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseConfigurationOrDict

    public init(_ config: CaseEitherConfiguration) {
        _block.wrappedValue = CaseConfigurationOrDict(config)
    }

    /// `ConfigurationOrDictModel.__call__`, configuration_or_dict_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ConfigurationOrDictModel.layers`, configuration_or_dict_model.py:16.
    public var layers: [CaseConfigurationOrDict] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
