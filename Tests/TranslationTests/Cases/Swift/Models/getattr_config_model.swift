import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `GetattrConfigModel`, getattr_config_model.py:7.
public final class CaseGetattrConfigModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseGetattrConfiguration

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseGetattrConfiguration(config)
    }

    /// `GetattrConfigModel.__call__`, getattr_config_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `GetattrConfigModel.layers`, getattr_config_model.py:16.
    public var layers: [CaseGetattrConfiguration] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
