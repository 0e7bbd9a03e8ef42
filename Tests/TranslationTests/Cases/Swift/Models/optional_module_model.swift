import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `OptionalModuleModel`, optional_module_model.py:7.
public final class CaseOptionalModuleModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseOptionalModule

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseOptionalModule(config)
    }

    /// `OptionalModuleModel.__call__`, optional_module_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `OptionalModuleModel.layers`, optional_module_model.py:16.
    public var layers: [CaseOptionalModule] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
