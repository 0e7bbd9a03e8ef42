import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ModuleFunctionModel`, module_function_model.py:7.
public final class CaseModuleFunctionModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseModuleFunction

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseModuleFunction(config)
    }

    /// `ModuleFunctionModel.__call__`, module_function_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ModuleFunctionModel.layers`, module_function_model.py:16.
    public var layers: [CaseModuleFunction] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
