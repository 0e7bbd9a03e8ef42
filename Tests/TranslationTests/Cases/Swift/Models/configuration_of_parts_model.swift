import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ConfigurationOfPartsModel`, configuration_of_parts_model.py:7.
public final class CaseConfigurationOfPartsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseConfigurationOfParts

    public init(_ config: CaseWidePartsConfiguration) {
        _block.wrappedValue = CaseConfigurationOfParts(config)
    }

    /// `ConfigurationOfPartsModel.__call__`, configuration_of_parts_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ConfigurationOfPartsModel.layers`, configuration_of_parts_model.py:16.
    public var layers: [CaseConfigurationOfParts] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
