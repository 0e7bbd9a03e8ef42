import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ModuleConstantsModel`, module_constants_model.py:7.
public final class CaseModuleConstantsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseModuleConstants

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseModuleConstants(config)
    }

    /// `ModuleConstantsModel.__call__`, module_constants_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ModuleConstantsModel.layers`, module_constants_model.py:16.
    public var layers: [CaseModuleConstants] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
