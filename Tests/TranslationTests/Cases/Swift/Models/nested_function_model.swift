import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `NestedFunctionModel`, nested_function_model.py:7.
public final class CaseNestedFunctionModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseNestedFunction

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseNestedFunction(config)
    }

    /// `NestedFunctionModel.__call__`, nested_function_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `NestedFunctionModel.layers`, nested_function_model.py:16.
    public var layers: [CaseNestedFunction] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
