import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `CompiledFunctionModel`, compiled_function_model.py:7.
public final class CaseCompiledFunctionModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseCompiledFunction

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseCompiledFunction(config)
    }

    /// `CompiledFunctionModel.__call__`, compiled_function_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `CompiledFunctionModel.layers`, compiled_function_model.py:16.
    public var layers: [CaseCompiledFunction] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
