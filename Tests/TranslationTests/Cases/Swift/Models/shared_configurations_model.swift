import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `SharedConfigurationsModel`, shared_configurations_model.py:7.
public final class CaseSharedConfigurationsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseSharedConfigurations

    public init(_ config: CaseSharedConfiguration) {
        _block.wrappedValue = CaseSharedConfigurations(config)
    }

    /// `SharedConfigurationsModel.__call__`, shared_configurations_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `SharedConfigurationsModel.layers`, shared_configurations_model.py:16.
    public var layers: [CaseSharedConfigurations] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
